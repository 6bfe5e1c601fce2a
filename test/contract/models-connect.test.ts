import { expect, test } from "vitest";
import { connectModel } from "../../src/models/connect.ts";

test.each([
  [{ model: "gpt-6" }, "must look like"],
  [{ model: "mistral:large" }, "must look like"],
  [{ model: "anthropic:x" }, "set ANTHROPIC_API_KEY"],
  [{ model: "openai:x" }, "set OPENAI_API_KEY"],
  [{ model: "gemini:x" }, "set GEMINI_API_KEY"],
  [{ model: "anthropic:x", apiKey: "k", baseUrl: "http://example.com" }, "https address"],
  [{ model: "openai:x", apiKey: "k", baseUrl: "http://127.0.0.1.example.com" }, "https address"],
  [{ model: "gemini:x", apiKey: "k", baseUrl: "https://user:pw@example.com" }, "https address"],
  [{ model: "anthropic:x", apiKey: "k", baseUrl: "ftp://localhost" }, "https address"],
  [{ model: "anthropic:x", apiKey: "k", baseUrl: "nonsense" }, "https address"],
])("%j is refused", async (options, why) => {
  const connecting = connectModel(options);
  await expect(connecting).rejects.toMatchObject({ code: "INPUT_INVALID" });
  await expect(connecting).rejects.toThrow(why);
});

test.each([
  ["anthropic:claude-next", "https://proxy.example.com/anthropic"],
  ["openai:meta/llama3:8b", "http://localhost:8080/v1"],
  ["gemini:gemini-4-argon", "http://[::1]:1"],
])("%s at %s is accepted", async (model, baseUrl) => {
  expect((await connectModel({ model, apiKey: "k", baseUrl })).id).toBe(model);
});
