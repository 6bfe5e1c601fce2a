import assert from 'node:assert/strict';
import { test } from 'node:test';
import { link, prefixLines, surround } from '../src/markdown/editor.js';
import { startBlog } from '../testing/browser.js';

const DRAFT = { title: 'Night walk', body: '# Stars\r\n\r\nThey are **bright**.' };

async function startWithMember(t) {
  const blog = await startBlog(t);
  const member = blog.openBrowser();
  await member.signUp('ada');
  return { ...blog, member, form: await member.get('/posts/new') };
}

test('a post is shown as its Markdown means', async (t) => {
  const { member } = await startWithMember(t);
  const page = await member.post('/posts', DRAFT);
  assert.match(page.text, /<h2>Stars<\/h2><p>They are <strong>bright<\/strong>\.<\/p>/);
});

test('a preview shows the text and publishes nothing', async (t) => {
  const { member } = await startWithMember(t);
  const page = await member.post('/posts', { ...DRAFT, preview: 'yes' });
  assert.equal(page.status, 200);
  assert.match(page.text, /aria-label="Preview"[\s\S]*<strong>bright<\/strong>[\s\S]*They are \*\*bright\*\*\.<\/textarea>/);
  assert.match((await member.get('/')).text, /nothing to read yet/);
});

test('a preview of a change leaves the post as it is', async (t) => {
  const { member } = await startWithMember(t);
  const { location } = await member.post('/posts', DRAFT);
  const page = await member.post(location, { title: 'Other', body: '*new*', preview: 'yes' });
  assert.match(page.text, /<em>new<\/em>/);
  assert.match((await member.get(location)).text, /<h1>Night walk/);
});

test('a preview of an incomplete post tells what is missing', async (t) => {
  const { member } = await startWithMember(t);
  const page = await member.post('/posts', { title: '', body: '*new*', preview: 'yes' });
  assert.equal(page.status, 422);
  assert.match(page.text, /role="alert"[\s\S]*<em>new<\/em>/);
});

test('the form loads the editor, which the policy allows', async (t) => {
  const { member, form } = await startWithMember(t);
  assert.match(form.text, /<script type="module" src="\/editor\.js">/);
  assert.match(form.headers['content-security-policy'], /script-src 'self'/);
  const script = await member.get('/editor.js');
  assert.match(script.headers['content-type'], /^text\/javascript/);
});

test('buttons mark the selection and keep it selected', () => {
  assert.deepEqual(surround({ text: 'a b c', start: 2, end: 3 }, '**'), { text: 'a **b** c', start: 4, end: 5 });
  assert.deepEqual(prefixLines({ text: 'a\nb\nc', start: 2, end: 5 }, '- '), { text: 'a\n- b\n- c', start: 2, end: 9 });
  assert.deepEqual(prefixLines({ text: 'ab', start: 1, end: 1 }, '# '), { text: '# ab', start: 0, end: 3 });
});

test('a link asks for its address', () => {
  const { text, start, end } = link({ text: 'see it', start: 4, end: 6 });
  assert.equal(text, 'see [it](https://)');
  assert.equal(text.slice(start, end), 'https://');
});
