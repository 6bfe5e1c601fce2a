/** One scenario over the three wire formats, through our own adapters: every provider's model says the same. */
import { afterEach, describe, expect, test } from "vitest";
import { PROVIDERS, type Provider } from "../../src/domain/provider.ts";
import type { Scenario } from "../../src/local/scripted-model/scenario.ts";
import { type ScriptedModel, startScriptedModel } from "../../src/local/scripted-model/server.ts";
import { connectModel } from "../../src/models/connect.ts";
import { type ModelMessage, type Part, promptTokens } from "../../src/models/port.ts";
import { failureOf, requestOf } from "./model-server.ts";

const HEADER = '{"agent":"code","mode":"feedback","feature":"accounts","round":1}';
const EMOJI = "🌒".repeat(100);
const SCENARIO: Scenario = {
  name: "small",
  models: ["one", "two"],
  entries: [
    {
      when: { agent: "code", mode: "feedback" },
      capture: { thread: String.raw`^thread (\S+) · src/users\.js:\d+`, size: String.raw`(\d+) lines` },
      turns: [
        {
          text: "I look first.",
          calls: [
            { name: "read_file", input: { path: "src/users.js" } },
            { name: "bash", input: { command: "wc" } },
          ],
        },
        { calls: [{ name: "write_file", input: { path: "a", content: "{{file:a.txt}}" } }] },
        { text: `Answered {{capture:thread}}, {{capture:size}}. ${EMOJI}` },
      ],
    },
    { when: { agent: "review" }, turns: [{ text: "half of", stop: "max_tokens" }] },
    { when: { agent: "merge" }, turns: [{ text: "I will not.", stop: "refusal" }] },
  ],
  files: { "a.txt": `first\n"second" ${EMOJI}\n` },
};
const BRIEF = `${HEADER}\nThe threads:\nthread PRRT_kwDO1-a · src/users.js:12\nA name becomes a file name.`;
/** A model with known facts, so that reasoning is asked for. */
const MODELS: Readonly<Record<Provider, string>> = {
  anthropic: "anthropic:claude-sonnet-5-5",
  openai: "openai:gpt-6-sol",
  gemini: "gemini:gemini-4-argon",
};

let running: ScriptedModel[] = [];
afterEach(async () => {
  await Promise.all(running.map((model) => model.close()));
  running = [];
});

async function start(provider: Provider, apiKey = "any") {
  const server = await startScriptedModel({ scenario: SCENARIO });
  running.push(server);
  const model = await connectModel({ model: MODELS[provider], apiKey, baseUrl: server.urls[provider] });
  return { server, model };
}

const say = (text: string): ModelMessage => ({ role: "user", parts: [{ kind: "text", text }] });
const heard = (parts: readonly Part[]): ModelMessage => ({ role: "assistant", parts });
const answered = (parts: readonly Part[]): ModelMessage => ({
  role: "user",
  parts: parts.flatMap((part): Part[] =>
    part.kind === "call" ? [{ kind: "result", id: part.id, content: "12 lines", isError: false }] : [],
  ),
});
const spoken = (parts: readonly Part[]) =>
  parts.flatMap((part) => {
    if (part.kind === "text") return part.text;
    return part.kind === "call" ? { name: part.name, input: part.input } : [];
  });

describe.each(PROVIDERS)("%s", (provider) => {
  test("plays a conversation of three turns, with everything replayed as it came", async () => {
    const { server, model } = await start(provider);
    const messages = [say(BRIEF)];
    const turns = [];
    for (let turn = 0; turn < 3; turn += 1) {
      const { parts, stop, usage, requestId } = await model.generate(requestOf({ messages }));
      expect(requestId).toMatch(/^req_scripted_/);
      messages.push(heard(parts), answered(parts));
      turns.push({ said: spoken(parts), stop, usage });
    }
    expect(turns.map(({ said, stop }) => [stop, ...said])).toEqual([
      [
        "tool_use",
        "[scripted model] I look first.",
        { name: "read_file", input: { path: "src/users.js" } },
        { name: "bash", input: { command: "wc" } },
      ],
      ["tool_use", { name: "write_file", input: { path: "a", content: `first\n"second" ${EMOJI}\n` } }],
      ["end_turn", `Answered PRRT_kwDO1-a, 12. ${EMOJI}`],
    ]);
    const [first, , last] = turns.map(({ usage }) => usage);
    expect([first?.cacheRead, last?.cacheRead === 0]).toEqual([0, false]);
    expect(last && first && promptTokens(last)).toBeGreaterThan(first ? promptTokens(first) : 0);
    expect(server.requests().map(({ turn, entry }) => [turn, entry])).toEqual(
      [0, 1, 2].map((turn) => [turn, "code/feedback/*/*"]),
    );
  });

  test("calls have ids of their own", async () => {
    const { model } = await start(provider);
    const ids = [];
    for (const brief of [BRIEF, `${BRIEF} And more.`]) {
      const { parts } = await model.generate(requestOf({ messages: [say(brief)] }));
      ids.push(...parts.flatMap((part) => (part.kind === "call" ? part.id : [])));
    }
    expect(new Set(ids).size).toBe(4);
  });

  test("an answer that was cut, and one that is refused, are told as such", async () => {
    const { model } = await start(provider);
    const stopOf = async (agent: string) => {
      const opening = say(BRIEF.replace('"code"', `"${agent}"`));
      return (await model.generate(requestOf({ messages: [opening] }))).stop;
    };
    expect(await stopOf("review")).toBe("max_tokens");
    expect(await stopOf("merge")).toBe(provider === "gemini" ? "content_filter" : "refusal");
  });

  test("a key that is bad is refused as the real service does", async () => {
    const { model } = await start(provider, "bad-key");
    expect((await failureOf(model, { messages: [say(BRIEF)] })).kind).toBe("auth");
  });

  test("an opening that no entry fits is an invalid request, and says why", async () => {
    const { model } = await start(provider);
    const error = await failureOf(model, { messages: [say(BRIEF.replace("feedback", "plan"))] });
    expect(error.kind).toBe("invalid");
    expect(error.message).toContain("no entry of scenario small fits");
  });

  test("a call without its result is refused", async () => {
    const { model } = await start(provider);
    const { parts } = await model.generate(requestOf({ messages: [say(BRIEF)] }));
    const error = await failureOf(model, { messages: [say(BRIEF), heard(parts), say("go on")] });
    expect(error.kind).toBe("invalid");
  });

  test("its models are listed", async () => {
    const { server } = await start(provider);
    const headers = {
      anthropic: { "x-api-key": "any", "anthropic-version": "2023-06-01" },
      openai: { authorization: "Bearer any" },
      gemini: { "x-goog-api-key": "any" },
    }[provider];
    const path = provider === "openai" ? "/models" : provider === "gemini" ? "/v1beta/models" : "/v1/models";
    const response = await fetch(`${server.urls[provider]}${path}`, { headers });
    expect(response.status).toBe(200);
    expect(await response.text()).toMatch(/"one".*"two"|models\/one.*models\/two/);
  });
});

test.each(["openai", "gemini"] as const)("%s: reasoning that was touched is refused", async (provider) => {
  const { model } = await start(provider);
  const { parts } = await model.generate(requestOf({ messages: [say(BRIEF)] }));
  const touched = parts.map((part): Part => {
    if (part.kind !== "opaque") return part;
    return { ...part, data: JSON.parse(JSON.stringify(part.data).replace(/"(?=\}$)/, 'x"')) };
  });
  expect(touched).not.toEqual(parts);
  const messages = [say(BRIEF), heard(touched), answered(parts)];
  expect((await failureOf(model, { messages })).kind).toBe("prefix_mismatch");
});

test.each(["openai", "gemini"] as const)("%s: a whole answer says what the stream says", async (provider) => {
  const { server, model } = await start(provider);
  const { parts } = await model.generate(requestOf({ messages: [say(BRIEF)] }));
  const body = server.requests()[0]?.body;
  const [path, headers, whole] =
    provider === "openai"
      ? ["/v1/responses", { authorization: "Bearer any" }, { ...Object(body), stream: false }]
      : ["/v1beta/models/gemini-4-argon:generateContent", { "x-goog-api-key": "any" }, body];
  const response = await fetch(`${server.url}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(whole),
  });
  const text = await response.text();
  for (const part of parts) if (part.kind === "call") expect(text).toContain(part.id);
  expect(text).toContain("I look first.");
});
