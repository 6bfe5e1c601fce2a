/** Markdown on the page: what people and agents use is shown, and nothing that is written makes a tag of its own. */
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { markdown } from "../../src/cli/web/markdown.ts";

const shown = (text: string) => markdown(text, "acme/app").toString();

test.each([
  ["headings, below those of the page", "# One\n\n### Three", "<h3>One</h3><h5>Three</h5>"],
  ["lists", "- a\n- b\n  1. c", '<ul><li>a</li><li>b<ol start="1"><li>c</li></ol></li></ul>'],
  ["an ordered list from its number", "3. c", '<ol start="3"><li>c</li></ol>'],
  [
    "tasks",
    "- [ ] open\n- [x] *done*\n- [y] neither",
    '<ul><li><span role="img" aria-label="to do">☐</span> open</li><li><span role="img" aria-label="done">☑</span> <em>done</em></li><li>[y] neither</li></ul>',
  ],
  ["emphasis", "*a* **b** ~~c~~ `d*e*`", "<p><em>a</em> <strong>b</strong> <s>c</s> <code>d*e*</code></p>"],
  ["lines as they were broken", "a\nb", "<p>a<br>b</p>"],
  [
    "code with its signs",
    "```js\na < b\n```",
    '<pre tabindex="0" role="group" aria-label="Code">a &#60; b\n</pre>',
  ],
  [
    "links",
    "[a](https://b.example/?c&d) https://e.example",
    '<p><a href="https://b.example/?c&#38;d" rel="noreferrer">a</a> <a href="https://e.example" rel="noreferrer">https://e.example</a></p>',
  ],
  [
    "a picture as a link to it",
    "![how](https://b.example/c.png)",
    '<p><a href="https://b.example/c.png" rel="noreferrer">how</a></p>',
  ],
  [
    "a picture in a link as its text",
    "[![how](https://b.example/c.png)](https://d.example/)",
    '<p><a href="https://d.example/" rel="noreferrer">how</a></p>',
  ],
  [
    "tables",
    "| a | b |\n|---|---|\n| `c` | d \\| e |",
    '<table><thead><tr><th scope="col">a</th><th scope="col">b</th></tr></thead><tbody><tr><td><code>c</code></td><td>d | e</td></tr></tbody></table>',
  ],
  [
    "issues and people",
    "#4, (#12) and @ada-l: see\n- #5.",
    '<p><a href="/acme/app/issues/4">#4</a>, (<a href="/acme/app/issues/12">#12</a>) and <strong>@ada-l</strong>: see</p><ul><li><a href="/acme/app/issues/5">#5</a>.</li></ul>',
  ],
  [
    "a number within a link as its text",
    "[see #4](https://b.example/)",
    '<p><a href="https://b.example/" rel="noreferrer">see #4</a></p>',
  ],
  ["numbers and names within code as they are", "`#4 @ada`", "<p><code>#4 @ada</code></p>"],
  ["quotations", "> a\n\nb", "<blockquote><p>a</p></blockquote><p>b</p>"],
  ["a line", "a\n\n---", "<p>a</p><hr>"],
  ["an entity as its sign", "&lt;b&gt; &amp;", "<p>&#60;b&#62; &#38;</p>"],
  [
    "details",
    "a\n<details><summary>What & *why*</summary>\n\n- b\n\n</details>\nc",
    "<p>a</p><details><summary>What &#38; *why*</summary><ul><li>b</li></ul></details><p>c</p>",
  ],
  [
    "details within details, the summary in a line of its own",
    "<details>\n<summary>One</summary>\n<details open><summary>Two</summary>\nb\n</details>\n</details>",
    "<details><summary>One</summary><details><summary>Two</summary><p>b</p></details></details>",
  ],
])("shows %s", (_, text, expected) => {
  expect(shown(text)).toBe(expected);
});

test.each([
  ["a script", "<script>alert(1)</script>"],
  ["a picture that fails", "<img src=x onerror=alert(1)>"],
  ["a comment, which people should see", "<!-- do as I say -->"],
  ["details that never end", "<details><summary>a</summary>\n\nb"],
  ["details with attributes", "<details ontoggle=alert(1)><summary>a</summary>\n</details>"],
  ["a summary with tags", "<details><summary><b>a</b></summary>\n</details>"],
  ["an end without a beginning", "</details></article>"],
  ["a link that runs something", "[a](javascript:alert(1))"],
  ["a link that runs something, disguised", "[a](JaVaScRiPt&#58;alert(1))"],
  ["a link by reference that runs something", "[a][b]\n\n[b]: data:text/html,x"],
  ["an address that runs something", "<javascript:alert(1)>"],
  ["a picture that runs something", "![a](vbscript:x)"],
  ["a link to a file", "[a](file:///etc/passwd)"],
  ["a link to another host without a scheme", "[a](//evil.example)"],
  ["what only looks like an address", "evil.example a@evil.example"],
  ["what only looks like a number of an issue", "a#4 #4b a/#4 #0 #123456 ##4 #4/b"],
  ["what only looks like a person", "a@b @types/node @a@b @-a path/@b @a_b"],
])("leaves %s as text", (_, text) => {
  expect(shown(text)).not.toMatch(/<(?!\/?(?:p|br)>)/);
  expect(shown(text)).toMatch(/[ab]/);
});

describe("whatever is written", () => {
  const TAG =
    /^<(?:(\/)?(p|h[3-6]|ul|li|blockquote|details|summary|table|thead|tbody|tr|td|em|strong|s|code|pre|ol|a|span|th)|br|hr|(pre) tabindex="0" role="group" aria-label="Code"|(ol) start="\d+"|(th) scope="col"|(span) role="img" aria-label="(?:done|to do)"|(a) href="https?:[^"<>]*" rel="noreferrer"|(a) href="\/acme\/app\/issues\/[1-9]\d*")>$/;

  /** Throws where a tag is none that is known, or ends what is not open. */
  function checkTags(page: string): number {
    const open: string[] = [];
    const tags = page.match(/<[^>]*>/g) ?? [];
    for (const tag of tags) {
      const [known, ends, plain, ...named] = TAG.exec(tag) ?? [];
      if (known === undefined) throw new Error(`what is ${tag}`);
      const name = plain ?? named.find((each) => each !== undefined);
      if (ends !== undefined) expect(open.pop()).toBe(name);
      else if (name !== undefined) {
        if (name === "a") expect(open).not.toContain("a");
        open.push(name);
      }
    }
    expect(open).toEqual([]);
    expect(page.replace(/<[^>]*>/g, "")).not.toMatch(/[<>"']/);
    return tags.length;
  }

  const WORDS = [
    ..."<>\"'&`*_[]()!|~#-+=\\/\n ",
    "<script>",
    "</div></article>",
    "<img src=x onerror=alert(1)>",
    "<details><summary>a</summary>\n\n",
    "\n\n</details>\n",
    "<!--",
    "javascript:alert(1)",
    "https://a.example/",
    "](",
    "![",
    "\n```\n",
    "\n- [x] ",
    "\n> ",
    "\n1. ",
    "\n|a|b|\n|-|-|\n",
    "&lt;",
    "&#106;",
    "\n[a]: ",
    "\u202E",
    "\u0000",
    "word",
    " #4 ",
    " @ada ",
  ];
  const hostile = fc
    .array(fc.oneof(fc.constantFrom(...WORDS), fc.string({ unit: "binary", maxLength: 6 })), {
      maxLength: 40,
    })
    .map((parts) => parts.join(""));

  it("only known tags come out, each ended where it belongs, and every link is http(s)", () => {
    let tags = 0;
    fc.assert(
      fc.property(hostile, (text) => {
        tags += checkTags(shown(text));
      }),
      { numRuns: 3_000 },
    );
    expect(tags).toBeGreaterThan(3_000);
  });

  test.each([
    "<p onclick=x>",
    '<a href="javascript:x" rel="noreferrer">a</a>',
    "<p>",
    "</p>",
    "<p><em></p></em>",
    "a > b",
  ])("a page with %s would be seen", (page) => {
    expect(() => checkTags(page)).toThrow();
  });

  // A body on GitHub has at most 65,536 characters. Each of these takes a naive reader seconds, or its whole stack.
  test.each([
    ">",
    "> ",
    "- ",
    "[",
    "![",
    "*a ",
    "**a*",
    "_a__",
    "` ",
    "<",
    "1. ",
    "~~a~",
    "|a|\n|-|\n",
    "[a](",
    "#1 ",
    "@a",
    "@a-",
    "\t- ",
  ])("a text full of %j is read to its end", (piece) => {
    checkTags(shown(piece.repeat(65_536 / piece.length)));
  });

  test.each([
    ["that never end", 0],
    ["within details", 2_000],
  ])("details %s are read in time", (_, ends) => {
    const started = performance.now();
    checkTags(shown("<details><summary>a</summary>\n".repeat(2_000) + "</details>\n".repeat(ends)));
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
