/** The loop with the models of other providers, and with a provider that is away or asks to wait. */
import { afterEach, expect, test } from "vitest";
import { startGate } from "./provider-gate.ts";
import { verifies } from "./requirements.ts";
import { tinyScenario } from "./tiny-scenario.ts";
import { openWorld, type World } from "./world.ts";

let world: World | undefined;
afterEach(async () => {
  await world?.close();
  world = undefined;
});

const LIMIT = 600_000;
const scenario = tinyScenario([{ key: "one" }]);
const merged = async (number: number) => {
  const requirement = await world?.requirement(number);
  return { open: requirement?.open, labels: [...(requirement?.labels ?? [])].sort() };
};
const COMPLETE = { open: false, labels: ["nightshift", "nightshift:complete", "nightshift:merged"] };

test.each([
  ["openai", "openai:gpt-6-sol", /^\/v1\/responses$/],
  ["gemini", "gemini:gemini-4-argon", /^\/v1beta\/models\/gemini-4-argon:streamGenerateContent$/],
] as const)(
  `a requirement is planned, built, reviewed and merged with %s (${verifies("model.providers")})`,
  async (provider, model, path) => {
    const key = `${provider.toUpperCase()}_API_KEY`;
    world = await openWorld({
      scenario,
      settings: ({ urls }) => ({
        secrets: { ANTHROPIC_API_KEY: "", [key]: "key-of-this-provider" },
        variables: { NIGHTSHIFT_MODEL: model, NIGHTSHIFT_BASE_URL: urls[provider] },
      }),
    });
    const number = await world.require();
    await world.rest();
    expect(await merged(number)).toEqual(COMPLETE);
    const requests = world.model.requests();
    expect(requests.filter(({ status }) => status !== 200)).toEqual([]);
    expect(requests.filter((request) => !path.test(request.path))).toEqual([]);
    expect(requests.length).toBe(5);
  },
  LIMIT,
);

test(
  `with its provider away the next model of the list goes on (${verifies("model.takes-over")})`,
  async () => {
    world = await openWorld({
      scenario,
      config:
        "model: [openai:gpt-6-sol, gemini:gemini-4-argon]\nverify:\n  - sh check.sh\napproval:\n  first_pull: false\n",
      settings: ({ urls }) => ({
        secrets: { ANTHROPIC_API_KEY: "", OPENAI_API_KEY: "key-of-openai", GEMINI_API_KEY: "key-of-gemini" },
        variables: { NIGHTSHIFT_BASE_URL: `openai=http://127.0.0.1:9/v1 gemini=${urls.gemini}` },
      }),
    });
    const number = await world.require();
    await world.rest();
    expect(await merged(number)).toEqual(COMPLETE);
    expect(new Set(world.model.requests().map(({ model }) => model))).toEqual(new Set(["gemini-4-argon"]));
  },
  LIMIT,
);

test(
  `a provider that asks to wait for an hour is not asked before, and a retry asks at once (${verifies("model.deferred")})`,
  async () => {
    let refused = 0;
    let busy = true;
    const front = await startGate(() => {
      if (!busy) return false;
      refused += 1;
      return true;
    });
    world = await openWorld({
      scenario,
      settings: ({ url }) => {
        front.target = url;
        return { variables: { NIGHTSHIFT_BASE_URL: front.url } };
      },
    });
    const started = Date.now();
    const number = await world.require();
    await world.rest();
    const { comments, labels } = await world.requirement(number);
    expect(labels).toContain("nightshift:planning");
    expect(comments.map(({ body }) => body).join()).toMatch(/\*\*Waits until 2\d{3}-\d\d-\d\d \d\d:\d\d UTC/);
    expect(refused).toBe(1);

    const codeRuns = () => world?.runs().filter(({ path }) => path.endsWith("nightshift-code.yml")).length;
    const before = [codeRuns(), world.writes()];
    await world.sweep();
    expect([codeRuns(), world.writes()]).toEqual(before);
    expect(Date.now() - started).toBeLessThan(3_600_000);

    busy = false;
    await world.comment(number, "/nightshift retry");
    await world.rest();
    expect(await merged(number)).toEqual(COMPLETE);
  },
  LIMIT,
);
