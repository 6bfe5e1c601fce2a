/** What a handler knows of a request: parameters, form, who asks. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { HttpError } from './answer.js';
import { readCookie, readForm } from './request.js';

const COOKIE = 'session';

/** Reads the request. A post without the token of its own session's forms is refused. */
export async function openVisit(request, { sessions, params, query }) {
  const known = sessions.isToken(readCookie(request, COOKIE));
  const token = known ? readCookie(request, COOKIE) : sessions.newToken();
  const visit = {
    params,
    query,
    token,
    formToken: formTokenOf(token),
    user: known ? await sessions.userOf(token) : undefined,
    form: request.method === 'POST' ? await readForm(request) : {},
    headers: known ? {} : sessionCookie(token),
  };
  if (request.method === 'POST' && !same(visit.form.token ?? '', visit.formToken)) {
    throw new HttpError(403, 'This form is out of date. Go back, load the page again and send it once more.');
  }
  return visit;
}

/** The header that makes a browser keep `token`; scripts and other sites never get it. */
export function sessionCookie(token) {
  return { 'set-cookie': `${COOKIE}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=1209600` };
}

/** Known only to who has the session cookie, so that no other site can send our forms. */
function formTokenOf(token) {
  return createHmac('sha256', token).update('form').digest('hex');
}

function same(given, expected) {
  const [left, right] = [Buffer.from(given), Buffer.from(expected)];
  return left.length === right.length && timingSafeEqual(left, right);
}
