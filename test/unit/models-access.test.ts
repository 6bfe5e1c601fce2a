import { describe, expect, test } from "vitest";
import { main as codeAction } from "../../src/actions/code.ts";
import { checkSecrets, keysOf, needKeyFor, ReviewInputs, readInputs } from "../../src/actions/inputs.ts";
import type { Job } from "../../src/agents/job.ts";
import { endpointsOf } from "../../src/cli/run/model-endpoint.ts";
import { addressesOf, connectModels } from "../../src/models/access.ts";
import { ModelError } from "../../src/models/port.ts";

const BOTH = { anthropic: "key-a", openai: "key-o" };

describe("the models of a run", () => {
  test("the first is preferred, the others take over in order", async () => {
    const { model, fallbacks, warnings } = await connectModels(
      ["openai:gpt-6-sol", "anthropic:a", "openai:b"],
      { keys: BOTH, baseUrl: "" },
    );
    expect([model.id, ...fallbacks.map(({ id }) => id)]).toEqual([
      "openai:gpt-6-sol",
      "anthropic:a",
      "openai:b",
    ]);
    expect(warnings).toEqual([]);
  });

  test("one without a key is left out and told; the preferred one is an error", async () => {
    const names = ["anthropic:a", "gemini:g", "openai:o"];
    const { fallbacks, warnings } = await connectModels(names, { keys: BOTH, baseUrl: "" });
    expect(fallbacks.map(({ id }) => id)).toEqual(["openai:o"]);
    expect(warnings).toEqual(["The model gemini:g cannot take over: GEMINI_API_KEY is not set."]);
    await expect(connectModels(["gemini:g", "openai:o"], { keys: BOTH, baseUrl: "" })).rejects.toThrow(
      "GEMINI_API_KEY",
    );
  });

  test("each asks its own address with its own key, the later ones when they are first asked", async () => {
    const asked: string[] = [];
    const refuse: typeof fetch = async (url, init) => {
      const headers = JSON.stringify([...new Headers(init?.headers)]);
      asked.push(`${String(url)} ${headers.match(/key-[ao]/g)?.join()}`);
      return new Response("{}", { status: 401 });
    };
    const { model, fallbacks } = await connectModels(["anthropic:a", "openai:o"], {
      keys: BOTH,
      baseUrl: "openai=https://o.example/v1 anthropic=https://a.example",
      fetch: refuse,
    });
    const request = {
      system: "",
      tools: [],
      messages: [],
      maxOutputTokens: 9,
      signal: AbortSignal.timeout(9_999),
    };
    for (const port of [model, ...fallbacks])
      await expect(port.generate(request)).rejects.toBeInstanceOf(ModelError);
    expect(asked).toEqual(["https://a.example/v1/messages key-a", "https://o.example/v1/responses key-o"]);
  });

  test("an unsafe address of a later one is refused before anything is asked", async () => {
    const access = { keys: BOTH, baseUrl: "openai=http://o.example" };
    await expect(connectModels(["anthropic:a", "openai:o"], access)).rejects.toThrow("https address");
  });
});

describe("addresses", () => {
  test("a bare one belongs to the only provider", () => {
    expect(addressesOf("https://x.example", ["openai"])).toEqual({ openai: "https://x.example" });
    expect(addressesOf("", ["openai"])).toEqual({});
  });

  test("a bare one among several providers is refused, because it would get somebody else's key", () => {
    expect(() => addressesOf("https://x.example", ["openai", "gemini"])).toThrow(
      "openai=https://… gemini=https://…",
    );
  });
});

describe("keys of the actions", () => {
  const inputs = (given: Record<string, string>) =>
    readInputs(ReviewInputs, { INPUT_PHASE: "agent", ...given });

  test("are told apart", () => {
    const all = { INPUT_ANTHROPIC_API_KEY: "a", INPUT_OPENAI_API_KEY: "o", INPUT_GEMINI_API_KEY: "g" };
    expect(keysOf(inputs(all))).toEqual({ anthropic: "a", openai: "o", gemini: "g" });
  });

  test.each(["ANTHROPIC", "OPENAI", "GEMINI"])("%s's is refused where no model runs", (vendor) => {
    const given = inputs({ [`INPUT_${vendor}_API_KEY`]: "x" });
    expect(() => checkSecrets(given, "verify")).toThrow(`${vendor.toLowerCase()}_api_key must not be given`);
  });

  test.each(["gate", "fetch", "verify", "apply"])(
    "none reaches phase %s of the code action",
    async (phase) => {
      const env = {
        INPUT_PHASE: phase,
        INPUT_OPENAI_API_KEY: "x",
        GITHUB_REPOSITORY: "a/b",
        GITHUB_SERVER_URL: "u",
        GITHUB_API_URL: "u",
        GITHUB_GRAPHQL_URL: "u",
        GITHUB_RUN_ID: "1",
        GITHUB_EVENT_NAME: "push",
        GITHUB_EVENT_PATH: "p",
        RUNNER_TEMP: "t",
        GITHUB_WORKSPACE: "w",
      };
      await expect(codeAction(jobWith(env))).rejects.toThrow("openai_api_key must not be given");
    },
  );

  test("the preferred model's is needed, and named", () => {
    expect(() => needKeyFor(["openai:x", "anthropic:y"], inputs({ INPUT_ANTHROPIC_API_KEY: "a" }))).toThrow(
      "openai_api_key is empty",
    );
    needKeyFor(["anthropic:y", "openai:x"], inputs({ INPUT_ANTHROPIC_API_KEY: "a" }));
  });
});

function jobWith(env: Job["env"]): Job {
  const nothing = () => undefined;
  return {
    env,
    now: () => new Date(0),
    id: () => "id",
    sleep: async () => undefined,
    random: () => 0,
    fetch,
    spawn: () => {
      throw new Error("nothing is started");
    },
    signal: new AbortController().signal,
    log: nothing,
    warn: nothing,
    mask: nothing,
    setOutput: nothing,
    summarise: async () => undefined,
    fileServerCommand: [],
    egressCommand: [],
  };
}

describe("keys of the command line", () => {
  const endpoints = (models: string[], env: NodeJS.ProcessEnv, baseUrl?: string) =>
    endpointsOf({ models, env, baseUrl });

  test("each provider has its own, Google two names", () => {
    const env = { OPENAI_API_KEY: "o", GOOGLE_API_KEY: "g" };
    expect(endpoints(["openai:a", "gemini:b", "openai:c"], env)).toEqual([
      { provider: "openai", apiKey: "o", baseUrl: undefined },
      { provider: "gemini", apiKey: "g", baseUrl: undefined },
    ]);
  });

  test("a missing one is named, with the model that needs it", () => {
    expect(() => endpoints(["anthropic:a", "gemini:b"], { ANTHROPIC_API_KEY: "a" })).toThrow(
      /^GEMINI_API_KEY or GOOGLE_API_KEY is not set\. The model gemini:b needs/,
    );
  });

  test("a server on this machine needs none", () => {
    expect(endpoints(["openai:llama3:8b"], {}, "http://localhost:11434/v1/")).toEqual([
      { provider: "openai", apiKey: "no-key-needed", baseUrl: "http://localhost:11434/v1" },
    ]);
  });
});
