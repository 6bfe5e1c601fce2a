import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { NightshiftError } from "../../src/domain/errors.ts";
import { connectGitHub, GitHubRefusal } from "../../src/github/client.ts";
import { createPace } from "../../src/github/pace.ts";

interface Reply {
  status: number;
  headers?: Record<string, string>;
  body?: unknown;
  /** Ends the connection without an answer. */
  cut?: boolean;
}

const NOW = Date.UTC(2026, 2, 1, 10, 0, 0);
let server: Server;
let replies: Reply[] = [];
let requests: { method: string; url: string; body: unknown; token: string }[] = [];
let slept: number[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    void textOf(request).then((text) => {
      requests.push({
        method: request.method ?? "",
        url: request.url ?? "",
        body: text === "" ? undefined : JSON.parse(text),
        token: request.headers.authorization ?? "",
      });
      const reply = replies.shift() ?? { status: 200, body: { fine: true } };
      if (reply.cut) return void request.socket.destroy();
      response.writeHead(reply.status, { "content-type": "application/json", ...reply.headers });
      response.end(JSON.stringify(reply.body ?? { message: "said the server" }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => new Promise((resolve) => server.close(resolve)));
afterEach(() => {
  expect(replies).toEqual([]);
  requests = [];
  slept = [];
});

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
}

function connect() {
  const { port } = server.address() as AddressInfo;
  return connectGitHub({
    token: "a-token",
    repository: "o/r",
    apiUrl: `http://127.0.0.1:${port}`,
    sleep: async (milliseconds) => void slept.push(milliseconds),
    random: () => 0,
    now: () => NOW,
  });
}

/** What came out, and how often the server was asked. */
async function outcome(send: Promise<unknown>) {
  const found = await send.then(
    () => "answered",
    (error: unknown) => (error instanceof NightshiftError ? error.code : String(error)),
  );
  return { found, requests: requests.length, slept };
}

const READ = "GET /repos/{owner}/{repo}/pulls/{pull_number}";
const WRITE = "POST /repos/{owner}/{repo}/issues";
const BAD = { status: 502 };

describe("a request", () => {
  test("fills in the repository and carries the token", async () => {
    const github = connect();
    replies = [{ status: 201, body: { number: 5 }, headers: { "x-one": "1" } }];
    const answer = await github.rest(WRITE, { title: "T" });
    expect(answer).toMatchObject({ status: 201, data: { number: 5 }, headers: { "x-one": "1" } });
    expect(requests).toEqual([
      { method: "POST", url: "/repos/o/r/issues", body: { title: "T" }, token: "token a-token" },
    ]);
    expect(github.requests()).toBe(1);
  });

  test("of GraphQL carries document and variables, and gives the data", async () => {
    replies = [{ status: 200, body: { data: { viewer: 1 } } }];
    expect(await connect().graphql("query Q($a: Int) { x }", { a: 1 })).toEqual({ viewer: 1 });
    expect(requests[0]).toMatchObject({
      url: "/graphql",
      body: { query: "query Q($a: Int) { x }", variables: { a: 1 } },
    });
  });
});

describe("when the server fails", () => {
  test("a read is sent again, with longer and longer waits", async () => {
    replies = [BAD, { status: 500 }, { status: 503 }];
    expect(await outcome(connect().rest(READ, { pull_number: 1 }))).toEqual({
      found: "answered",
      requests: 4,
      slept: [250, 500, 1_000],
    });
  });

  test("a read is given up after four tries", async () => {
    replies = [BAD, BAD, BAD, BAD];
    expect(await outcome(connect().rest(READ, { pull_number: 1 }))).toMatchObject({
      found: "GITHUB_UNREACHABLE",
      requests: 4,
    });
  });

  test.each([BAD, { status: 500 }, { status: 200, cut: true }])(
    "a write whose outcome is unknown is never repeated: %j",
    async (reply) => {
      replies = [reply];
      expect(await outcome(connect().rest(WRITE, { title: "T" }))).toEqual({
        found: "GITHUB_UNREACHABLE",
        requests: 1,
        slept: [],
      });
    },
  );

  test("a write that may be repeated is", async () => {
    replies = [BAD];
    expect(await outcome(connect().rest(WRITE, { title: "T" }, "safe"))).toMatchObject({
      found: "answered",
      requests: 2,
    });
  });

  test("a read that must not be repeated is not", async () => {
    replies = [BAD];
    expect(await outcome(connect().rest(READ, { pull_number: 1 }, "once"))).toMatchObject({ requests: 1 });
  });

  test("a cut connection counts as a failure of a read", async () => {
    replies = [{ status: 200, cut: true }];
    expect(await outcome(connect().rest(READ, { pull_number: 1 }))).toMatchObject({
      found: "answered",
      requests: 2,
    });
  });

  test("a GraphQL query is sent again, a mutation is not", async () => {
    replies = [BAD, { status: 200, body: { data: {} } }];
    expect(await outcome(connect().graphql("query Q($a: Int) { x }", {}))).toMatchObject({
      found: "answered",
      requests: 2,
    });
    requests = [];
    replies = [BAD];
    expect(await outcome(connect().graphql("mutation M($a: Int) { x }", {}))).toMatchObject({
      found: "GITHUB_UNREACHABLE",
      requests: 1,
    });
  });
});

describe("when GitHub says no", () => {
  test.each([400, 401, 403, 404, 405, 409, 422])(
    "%i is a refusal, sent once, with its status and words",
    async (status) => {
      replies = [{ status }];
      const refusal = await connect()
        .rest(READ, { pull_number: 1 })
        .catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(GitHubRefusal);
      expect(refusal).toMatchObject({
        status,
        code: "GITHUB_REFUSED",
        message: expect.stringContaining("said the server"),
      });
      expect(requests).toHaveLength(1);
    },
  );

  test("GraphQL errors are a refusal that names the query", async () => {
    replies = [
      { status: 200, body: { data: null, errors: [{ type: "NOT_FOUND", message: "Could not resolve" }] } },
    ];
    const refusal = await connect()
      .graphql("query Observe($a: Int) { x }", {})
      .catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(GitHubRefusal);
    expect(refusal).toMatchObject({
      message: expect.stringMatching(/^GitHub refused query Observe: .*\n.*Could not resolve/),
    });
  });
});

describe("when GitHub limits us", () => {
  const limited = (headers: Record<string, string>, status = 429) => ({ status, headers });

  test("retry-after is honoured, for a write too: it was not carried out", async () => {
    replies = [limited({ "retry-after": "7" })];
    expect(await outcome(connect().rest(WRITE, {}))).toEqual({
      found: "answered",
      requests: 2,
      slept: [7_000],
    });
  });

  test("a 403 with retry-after is a limit, one without is a refusal", async () => {
    replies = [limited({ "retry-after": "1" }, 403)];
    expect(await outcome(connect().rest(READ, { pull_number: 1 }))).toMatchObject({
      found: "answered",
      slept: [1_000],
    });
  });

  test("an empty bucket waits for its reset", async () => {
    const reset = String(NOW / 1_000 + 30);
    replies = [limited({ "x-ratelimit-remaining": "0", "x-ratelimit-reset": reset }, 403)];
    expect(await outcome(connect().rest(READ, { pull_number: 1 }))).toMatchObject({
      found: "answered",
      slept: [30_000],
    });
  });

  test("a limit that names no time waits a minute", async () => {
    replies = [limited({})];
    expect(await outcome(connect().rest(READ, { pull_number: 1 }))).toMatchObject({ slept: [60_000] });
  });

  test("a secondary limit is known by its words", async () => {
    replies = [{ status: 403, body: { message: "You have exceeded a secondary rate limit. Please wait." } }];
    expect(await outcome(connect().rest(WRITE, {}))).toMatchObject({ found: "answered", slept: [60_000] });
  });

  test("a long wait ends the run with the time in its text, instead of paying for a sleeping job", async () => {
    replies = [limited({ "retry-after": "3600" })];
    const error = await connect()
      .rest(READ, { pull_number: 1 })
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      code: "GITHUB_RATE_LIMITED",
      remedy: "retry",
      message: expect.stringMatching(/wait 60 min/),
    });
    expect(slept).toEqual([]);
  });

  test("it is given up after four tries, with the seconds in its text", async () => {
    replies = Array.from({ length: 4 }, () => limited({ "retry-after": "5" }));
    await expect(connect().rest(READ, { pull_number: 1 })).rejects.toThrow(
      /GitHub limits our requests \(GET .*\); it asks to wait 5 s/,
    );
    expect(requests).toHaveLength(4);
  });

  test("GraphQL's limit comes with status 200", async () => {
    const reset = String(NOW / 1_000 + 20);
    replies = [
      {
        status: 200,
        headers: { "x-ratelimit-remaining": "0", "x-ratelimit-reset": reset },
        body: { errors: [{ type: "RATE_LIMITED", message: "API rate limit exceeded for installation." }] },
      },
      { status: 200, body: { data: {} } },
    ];
    expect(await outcome(connect().graphql("query Q($a: Int) { x }", {}))).toEqual({
      found: "answered",
      requests: 2,
      slept: [20_000],
    });
  });
});

describe("the pace of writes", () => {
  function paced(off: boolean) {
    let clock = 0;
    const waits: number[] = [];
    const pace = createPace({ off, now: () => clock });
    const write = (times: number): void => {
      for (let at = 0; at < times; at += 1) {
        const wait = pace.take();
        if (wait > 0) waits.push(wait);
        clock += wait;
      }
    };
    return { write, waits, later: (milliseconds: number) => (clock += milliseconds) };
  }

  test("lets a burst of forty through, then one a second", () => {
    const { write, waits } = paced(false);
    write(43);
    expect(waits).toEqual([1_000, 1_000, 1_000]);
  });

  test("fills again with time, never past the burst", () => {
    const { write, waits, later } = paced(false);
    write(40);
    later(10 * 60_000);
    write(40);
    expect(waits).toEqual([]);
    write(1);
    expect(waits).toEqual([1_000]);
  });

  test("takes 450 in an hour; the next one waits until the first is an hour old", () => {
    const { write, waits, later } = paced(false);
    for (let minute = 0; minute < 15; minute += 1) {
      write(30);
      later(60_000);
    }
    expect(waits).toEqual([]);
    write(1);
    expect(waits).toEqual([45 * 60_000]);
  });

  test("is off against a GitHub on this machine", () => {
    const { write, waits } = paced(true);
    write(1_000);
    expect(waits).toEqual([]);
  });
});
