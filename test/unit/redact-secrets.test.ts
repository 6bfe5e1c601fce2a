import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openCapture } from "../../src/agent/sandbox/capture.ts";
import { neutralizeCommands, openLog } from "../../src/ops/log.ts";
import { createRedactor, findSecrets, MASK, redactDeep } from "../../src/ops/redact.ts";

const SECRET = 'Zx9+kq/7Tn"w3!pLmV0';
const redact = createRedactor([SECRET]);
const bytes = Buffer.from(SECRET);

test.each([
  ["whole", SECRET],
  ["without its first seven characters", SECRET.slice(7)],
  ["half of it", SECRET.slice(0, 10)],
  ["reversed", [...SECRET].reverse().join("")],
  ["in a URL", encodeURIComponent(SECRET)],
  ["in JSON", JSON.stringify(SECRET)],
  ["as hex", bytes.toString("hex")],
  ["as HEX", bytes.toString("hex").toUpperCase()],
  ["as base64", bytes.toString("base64")],
  ["as base64url", bytes.toString("base64url")],
  ["as base64 one byte in", Buffer.concat([Buffer.from("u"), bytes, Buffer.from("tail")]).toString("base64")],
  ["as base64 two bytes in", Buffer.concat([Buffer.from("us"), bytes]).toString("base64")],
  ["over two lines", `${SECRET.slice(0, 6)}\n${SECRET.slice(6)}`],
])("finds a known secret %s", (_how, form) => {
  const safe = redact(`before ${form} after`);
  expect(safe).toContain(MASK);
  expect(safe).toMatch(/^before /);
  expect(safe).toMatch(/ after$/);
  for (let at = 0; at + 10 <= SECRET.length; at += 1) expect(safe).not.toContain(SECRET.slice(at, at + 10));
});

const FAKE = {
  classic: `ghp_${"a1B2".repeat(9)}`,
  stateless: `ghs_1234567_${"eyJh.bGci-".repeat(40)}x`,
  fine: `github_pat_${"A1b2".repeat(15)}`,
  anthropic: `sk-ant-${"api03-Ab1".repeat(5)}`,
  google: `AIza${"Ab1-_".repeat(7)}`,
  slack: `xoxb-${"123456789".repeat(3)}`,
  npm: `npm_${"Ab1c".repeat(9)}`,
  aws: `AKIA${"ABCD1234".repeat(2)}`,
  jwt: `eyJhbGciOiJIUzI1NiJ9.${"eyJzdWIiOi".repeat(2)}.${"SflKxwRJSM".repeat(2)}`,
  webhook: `https://hooks.slack.com/services/${"T0/B0/abc".repeat(2)}`,
  pem: "-----BEGIN RSA PRIVATE KEY-----\nMIIE\nabc\n-----END RSA PRIVATE KEY-----",
};

test.each(Object.entries(FAKE))("masks the shape of a token: %s", (_name, token) => {
  expect(redact(`x ${token} y`)).toBe(`x ${MASK} y`);
  expect(findSecrets(`one\n+ ${token}`, []).map(({ line }) => line)).toContain(2);
});

test("masks passwords in URLs and authorization headers, and keeps what is around them", () => {
  expect(redact("git clone https://user:hunter22@example.com/x")).toBe(
    `git clone https://user:${MASK}@example.com/x`,
  );
  expect(redact("Authorization: Bearer abcdefghijkl")).toBe(`Authorization: Bearer ${MASK}`);
});

test("leaves ordinary text alone", () => {
  const prose =
    "The token bucket refills; see https://example.com/a:b@c and sk-learn, npm_config_cache, ghost_writer.";
  expect(redact(prose)).toBe(prose);
  expect(findSecrets(prose, [SECRET])).toEqual([]);
});

test("a secret of less than eight characters is not searched for", () => {
  expect(createRedactor(["main"])("main branch")).toBe("main branch");
});

test("redacting twice changes nothing more, whatever the text", () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom(
      SECRET,
      SECRET.slice(4),
      "\n",
      MASK,
      "ghp_",
      "authorization: ",
      ":",
      "@",
      ...Object.values(FAKE),
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const once = redact(pieces.join(""));
      expect(redact(once)).toBe(once);
      expect(once).not.toContain(SECRET);
    }),
    { numRuns: 500 },
  );
});

test("makes no difference in which pieces an output arrives", () => {
  const text = fc
    .array(
      fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom(SECRET, "\n", "é", ...Object.values(FAKE))),
      {
        maxLength: 8,
      },
    )
    .map((pieces) => Buffer.from(pieces.join("")).toString());
  fc.assert(
    fc.property(text, fc.array(fc.nat(200), { maxLength: 20 }), (output, cuts) => {
      const capture = openCapture(100_000, 100_000);
      const whole = Buffer.from(output);
      let from = 0;
      for (const cut of [...cuts, whole.length]) {
        capture.add(whole.subarray(from, from + cut));
        from += cut;
      }
      expect(redact(capture.end().output)).toBe(redact(output));
    }),
    { numRuns: 500 },
  );
});

test("redacts every string of a value, keys too, and keeps its form", () => {
  expect(redactDeep({ a: [SECRET, 1, null], [SECRET]: { b: "x" } }, redact)).toEqual({
    a: [MASK, 1, null],
    [MASK]: { b: "x" },
  });
});

describe("the log", () => {
  function lines(format: "plain" | "github") {
    const written: string[] = [];
    return {
      written,
      log: openLog({ stream: { write: (text: string) => written.push(text) }, secrets: [SECRET], format }),
    };
  }

  test("redacts, also secrets that it learns later", () => {
    const { log, written } = lines("plain");
    log.info(`key ${SECRET}`);
    log.addSecret("another-secret");
    log.error("it is another-secret");
    expect(written).toEqual([`key ${MASK}\n`, `error: it is ${MASK}\n`]);
  });

  test("a multi-line warning is one command", () => {
    const { log, written } = lines("github");
    log.warning("50%\nnext");
    expect(written).toEqual(["::warning::50%25%0Anext\n"]);
  });

  test("a group is closed when its work fails", async () => {
    const { log, written } = lines("github");
    await expect(log.group("tests\n::set-env", async () => Promise.reject(new Error("x")))).rejects.toThrow(
      "x",
    );
    expect(written).toEqual(["::group::tests :\\:set-env\n", "::endgroup::\n"]);
  });

  test("debug is left out by default", () => {
    const { log, written } = lines("plain");
    log.debug("x");
    expect(written).toEqual([]);
  });

  test.each([
    "::add-mask::x",
    "  ::set-output name=a::b",
    "a\n::error::x",
    "a\r::error::x",
    "##[group]x",
    "x ##[add-mask]y",
    "\t::x",
  ])("%j is no command any more", (text) => {
    for (const line of neutralizeCommands(text).split(/\r?\n|\r/)) {
      expect(line.trimStart().startsWith("::")).toBe(false);
      expect(line).not.toContain("##[");
    }
  });
});
