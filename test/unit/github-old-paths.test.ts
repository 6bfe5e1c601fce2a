/** What a renamed file was called before decides about risks as much as what it is called now. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { risksOf } from "../../src/domain/risk.ts";
import { connectGitHub, type GitHub } from "../../src/github/client.ts";
import { withOldPaths } from "../../src/github/observe-pulls.ts";
import { configOf, pullOf } from "./domain-support.ts";

const CONFIG = configOf();
const RENAMED = { path: "docs/old-lock.json", added: 0, deleted: 0, oldPath: "" };
let server: Server;
let github: GitHub;
let asked: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? "");
    response.writeHead(200, { "content-type": "application/json" });
    response.end(
      JSON.stringify([
        { filename: "docs/old-lock.json", previous_filename: "package-lock.json" },
        { filename: "a.ts" },
      ]),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  github = await connectGitHub({
    token: "t",
    repository: "acme/app",
    apiUrl: `http://127.0.0.1:${port}`,
    fetch: globalThis.fetch,
    sleep: async () => undefined,
    random: () => 0.5,
    now: () => 0,
  });
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

test("only open pull requests with a renamed file are asked again, and the old path raises its risk", async () => {
  const pulls = [
    pullOf({ number: 1 }),
    pullOf({ number: 2, files: [RENAMED] }),
    pullOf({ number: 3, files: [RENAMED], state: "merged" }),
  ];
  asked = [];
  const [plain, renamed, merged] = await withOldPaths(github, pulls);
  expect(asked).toEqual(["/repos/acme/app/pulls/2/files?per_page=100"]);
  expect([plain, merged]).toEqual([pulls[0], pulls[2]]);
  expect(renamed?.files).toEqual([{ ...RENAMED, oldPath: "package-lock.json" }]);
  expect(risksOf(pullOf({ files: renamed?.files ?? [] }), false, CONFIG)).toEqual(["dependencies"]);
});

test("a renamed file whose old path is not known may carry every risk of a path", () => {
  expect(risksOf(pullOf({ files: [RENAMED] }), false, CONFIG)).toEqual(["dependencies", "database", "ci"]);
});
