/** Who may speak to the local GitHub: a base that may, and each row changes one header. */
import { expect, test } from "vitest";
import { whyForeign } from "../../src/cli/web/guard.ts";

const BASE = { method: "POST", port: 8080, headers: { host: "127.0.0.1:8080" } } as const;

const SHEET: [given: string, headers: Record<string, string>, method: string, refused: RegExp | undefined][] =
  [
    ["a program", {}, "POST", undefined],
    ["our page", { origin: "http://127.0.0.1:8080", "sec-fetch-site": "same-origin" }, "POST", undefined],
    [
      "our page under its other name",
      { host: "localhost:8080", origin: "http://localhost:8080" },
      "POST",
      undefined,
    ],
    [
      "typed into the address line",
      { "sec-fetch-site": "none", "sec-fetch-mode": "navigate" },
      "GET",
      undefined,
    ],
    [
      "a link from elsewhere",
      { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate" },
      "GET",
      undefined,
    ],
    ["gh, through the proxy", { host: "api.github.localhost" }, "POST", undefined],
    ["git, through the proxy", { host: "github.localhost" }, "POST", undefined],
    ["no host", { host: "" }, "GET", /host/],
    ["a name that points at this machine", { host: "evil.example:8080" }, "GET", /host/],
    ["another port", { host: "127.0.0.1:8081" }, "GET", /host/],
    ["a name that begins as ours", { host: "127.0.0.1:8080.evil.example" }, "GET", /host/],
    ["a page of elsewhere", { origin: "https://evil.example" }, "POST", /origin/],
    ["a page of elsewhere that reads", { origin: "https://evil.example" }, "GET", /origin/],
    ["our other name", { origin: "http://localhost:8080" }, "POST", /origin/],
    ["a page of another port", { origin: "http://127.0.0.1:9090" }, "POST", /origin/],
    ["our host over https", { origin: "https://127.0.0.1:8080" }, "POST", /origin/],
    ["a page that hides where it is from", { origin: "null" }, "POST", /origin/],
    [
      "a form of elsewhere without an origin",
      { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate" },
      "POST",
      /site/,
    ],
    [
      "a script tag of elsewhere",
      { "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors" },
      "GET",
      /site/,
    ],
    [
      "a script tag of another port",
      { "sec-fetch-site": "same-site", "sec-fetch-mode": "no-cors" },
      "GET",
      /site/,
    ],
  ];

test.each(SHEET)("%s", (_, headers, method, refused) => {
  const why = whyForeign({ ...BASE, method, headers: { ...BASE.headers, ...headers } });
  if (refused === undefined) expect(why).toBeUndefined();
  else expect(why).toMatch(refused);
});
