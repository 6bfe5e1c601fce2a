import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderMarkdown } from '../src/markdown/render.js';

const SHEET = [
  ['paragraphs', 'one\ntwo\n\nthree', '<p>one\ntwo</p><p>three</p>'],
  ['headings below the title', '# A\n## B\n### C', '<h2>A</h2><h3>B</h3><h4>C</h4>'],
  ['bold, italic, code', '**b** *i* `c *x*`', '<p><strong>b</strong> <em>i</em> <code>c *x*</code></p>'],
  ['a bullet list', '- a\n* *b*', '<ul><li>a</li><li><em>b</em></li></ul>'],
  ['a numbered list', '1. a\n2. b', '<ol><li>a</li><li>b</li></ol>'],
  ['a quote with blocks', '> # a\n> b\n\nc', '<blockquote><h2>a</h2><p>b</p></blockquote><p>c</p>'],
  ['a code block', '```js\n# <a>\n\n**b**\n```\nc', '<pre><code># &lt;a&gt;\n\n**b**</code></pre><p>c</p>'],
  ['a code block that never ends', '```\na', '<pre><code>a</code></pre>'],
  ['a rule', 'a\n---\nb', '<p>a</p><hr><p>b</p>'],
  ['a link', '[a *b*](https://x.example/?q=1&r="2)', '<p><a href="https://x.example/?q=1&amp;r=&quot;2" rel="nofollow ugc">a *b*</a></p>'],
  ['a link within the blog', '[a](/posts/1)', '<p><a href="/posts/1" rel="nofollow ugc">a</a></p>'],
  ['stars that mean nothing', '2 * 3, **, a*', '<p>2 * 3, **, a*</p>'],
];

for (const [name, text, expected] of SHEET) {
  test(`renders ${name}`, () => assert.equal(String(renderMarkdown(text)), expected));
}

const HOSTILE = [
  '<script>alert(1)</script>',
  '**<img src=x onerror=alert(1)>**',
  '# <b>x</b>',
  '- <b>x</b>',
  '> <b>x</b>',
  '`<b>x</b>`',
  '[<b>x</b>](https://x.example)',
  '[x](javascript:alert(1))',
  '[x](JavaScript:alert)',
  '[x](data:text/html,x)',
  '[x](//evil.example)',
  '[x](/\\evil.example)',
  '[x](https://x.example"onmouseover="alert)',
];

for (const text of HOSTILE) {
  test(`keeps ${text} harmless`, () => {
    const rendered = String(renderMarkdown(text));
    assert.doesNotMatch(rendered, /<(?:script|img|b)\b/);
    assert.doesNotMatch(rendered, /href="(?!https:\/\/x\.example)/);
    assert.doesNotMatch(rendered, /<[^>]*\son\w+=/);
  });
}

test('deep quotes and long hostile texts end quickly', () => {
  const started = performance.now();
  for (const unit of ['>', '**a ', '[a](', '`', '- ', '*']) renderMarkdown(unit.repeat(20_000 / unit.length));
  renderMarkdown(`${'> '.repeat(50)}deep`);
  assert.ok(performance.now() - started < 1000);
});
