import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openRequirement } from "../../src/agents/requirement.ts";
import { connectGitHub } from "../../src/github/client.ts";

let server: Server;
let labelStatus = 201;
let requests: { url: string; body: Record<string, unknown> }[] = [];

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    requests.push({ url: request.url ?? "", body: JSON.parse(Buffer.concat(chunks).toString("utf8")) });
    const isLabel = request.url?.endsWith("/labels") === true;
    response.writeHead(isLabel ? labelStatus : 201, { "content-type": "application/json" });
    response.end(JSON.stringify(isLabel ? { message: "already_exists" } : { number: 42 }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => new Promise((resolve) => server.close(resolve)));
beforeEach(() => {
  labelStatus = 201;
  requests = [];
});

const open = (text: string) => {
  const { port } = server.address() as AddressInfo;
  return openRequirement(
    connectGitHub({ token: "t", repository: "o/r", apiUrl: `http://127.0.0.1:${port}` }),
    text,
  );
};
const issue = () => requests.find(({ url }) => url.endsWith("/issues"))?.body;

describe("a requirement that came as text", () => {
  test.each([
    ["# A blog\n\nWith posts.\n", { title: "A blog", body: "With posts." }],
    ["\n\n  A blog\r\nWith posts.", { title: "A blog", body: "With posts." }],
    ["A blog", { title: "A blog", body: "A blog" }],
    ["---\n# A blog\nWith posts.", { title: "A blog", body: "With posts." }],
  ])("%j becomes an issue whose title is its first line", async (text, expected) => {
    expect(await open(text)).toBe(42);
    expect(issue()).toMatchObject({ ...expected, labels: ["nightshift"] });
  });

  test("keeps every word when the first line is too long for a title", async () => {
    const line = "word ".repeat(100).trim();
    await open(line);
    expect(String(issue()?.title).length).toBeLessThanOrEqual(200);
    expect(issue()?.body).toContain(line);
  });

  test("has its label made first, with its meaning", async () => {
    await open("A blog");
    expect(requests.map(({ url }) => url)).toEqual(["/repos/o/r/labels", "/repos/o/r/issues"]);
    expect(requests[0]?.body).toMatchObject({
      name: "nightshift",
      color: expect.stringMatching(/^[0-9a-f]{6}$/),
    });
  });

  test("uses the label that is there", async () => {
    labelStatus = 422;
    expect(await open("A blog")).toBe(42);
  });

  test("is not opened when the label cannot be made", async () => {
    labelStatus = 403;
    await expect(open("A blog")).rejects.toThrow(/GitHub refused POST .*labels/);
    expect(issue()).toBeUndefined();
  });
});
