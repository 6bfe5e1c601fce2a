/** Sign up, log in, log out. */
import { redirect } from '../web/answer.js';
import { html } from '../web/html.js';
import { formToken, problemNote, showPage } from '../web/page.js';
import { sessionCookie } from '../web/visit.js';

export function addAccountPages(router, { accounts, sessions }) {
  const welcome = async (visit, name) => {
    await sessions.end(visit.token);
    return redirect('/', sessionCookie(await sessions.start(name)));
  };

  router.get('/sign-up', (visit) => signUpPage(visit));
  router.post('/sign-up', async (visit) => {
    const { name, problem } = await accounts.signUp(credentials(visit));
    return problem ? signUpPage(visit, problem) : welcome(visit, name);
  });

  router.get('/log-in', (visit) => logInPage(visit));
  router.post('/log-in', async (visit) => {
    const user = await accounts.logIn(credentials(visit));
    return user ? welcome(visit, user.name) : logInPage(visit, 'Name and password do not belong together.');
  });

  router.post('/log-out', async (visit) => {
    await sessions.end(visit.token);
    return redirect('/', sessionCookie(sessions.newToken()));
  });
}

function credentials({ form }) {
  return { name: (form.name ?? '').trim(), password: form.password ?? '' };
}

function signUpPage(visit, problem) {
  const main = html`${problemNote(problem)}
<form method="post" action="/sign-up">${formToken(visit)}
${nameField(visit)}
<label for="password">Password</label>
<input id="password" name="password" type="password" required autocomplete="new-password" aria-describedby="password-hint">
<p class="hint" id="password-hint">At least 10 characters.</p>
<button>Sign up</button>
</form>
<p>Do you have an account? <a href="/log-in">Log in</a></p>`;
  return showPage(visit, { title: 'Sign up', main, status: problem ? 422 : 200 });
}

function logInPage(visit, problem) {
  const main = html`${problemNote(problem)}
<form method="post" action="/log-in">${formToken(visit)}
${nameField(visit)}
<label for="password">Password</label>
<input id="password" name="password" type="password" required autocomplete="current-password">
<button>Log in</button>
</form>
<p>Are you new here? <a href="/sign-up">Sign up</a></p>`;
  return showPage(visit, { title: 'Log in', main, status: problem ? 422 : 200 });
}

function nameField({ form }) {
  return html`<label for="name">Name</label>
<input id="name" name="name" value="${form.name}" required autocomplete="username" autocapitalize="none">`;
}
