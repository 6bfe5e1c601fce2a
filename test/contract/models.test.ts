/** The one suite that every adapter of the model port passes, over the wire format of its provider. */
import { setTimeout as wait } from "node:timers/promises";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { connectModel } from "../../src/models/connect.ts";
import type { ModelPort } from "../../src/models/port.ts";
import {
  failureOf,
  json,
  type ModelServer,
  type Reply,
  requestOf,
  sending,
  serve,
  streaming,
} from "./model-server.ts";
import { WIRES, type Wire } from "./model-wires.ts";

const KEY = "test-key-0123456789";

async function connected(
  wire: Wire,
  replies: readonly Reply[],
  times = {},
): Promise<{ model: ModelPort; server: ModelServer }> {
  const server = await serve(replies);
  const model = await connectModel({
    model: `${wire.provider}:${wire.model}`,
    apiKey: KEY,
    baseUrl: `${server.url}${wire.base}/`,
    times,
  });
  return { model, server };
}

const lineEndings = (body: string, ending: string) => body.replaceAll("\n", ending);
/** Cuts a body at the given places. */
const cutAt = (body: string, places: readonly number[]) => {
  const bytes = Buffer.from(body);
  const edges = [0, ...[...places].sort((one, other) => one - other), bytes.length];
  return edges.slice(1).map((edge, index) => bytes.subarray(edges[index] ?? 0, edge));
};

describe.each(WIRES.map((wire) => [wire.provider, wire] as const))("%s", (_provider, wire) => {
  const whole = {
    parts: wire.parts,
    stop: "tool_use",
    usage: wire.usage,
    requestId: "req_1",
  };

  test.each([1, 2, 3, 7, 64, 1 << 20])("a turn arrives whole when chunks are %i bytes long", async (size) => {
    const { model, server } = await connected(wire, [streaming(wire.full, size)]);
    expect(await model.generate(requestOf())).toMatchObject(whole);
    expect(server.received[0]?.url).toMatch(wire.path);
  });

  test("a turn arrives whole when lines end as on Windows, cut everywhere", async () => {
    const { model } = await connected(wire, [streaming(lineEndings(wire.full, "\r\n"), 5)]);
    expect(await model.generate(requestOf())).toMatchObject(whole);
  });

  test("any cutting of the stream gives the same turn", async () => {
    const length = Buffer.byteLength(wire.full);
    const places = fc.array(fc.nat(length), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(places, async (cuts) => {
        const { model } = await connected(wire, [sending(cutAt(wire.full, cuts))]);
        expect(await model.generate(requestOf())).toMatchObject(whole);
      }),
      { numRuns: 40 },
    );
  });

  test("events and fields that nobody knows yet are passed over", async () => {
    const { model } = await connected(wire, [streaming(wire.unknown)]);
    const { parts, stop } = await model.generate(requestOf());
    expect(parts.filter(({ kind }) => kind !== "opaque")).toEqual([{ kind: "text", text: "so" }]);
    expect(stop).toBe("end_turn");
  });

  test("an empty answer is a turn without parts, and is paid", async () => {
    const { model } = await connected(wire, [streaming(wire.empty)]);
    expect(await model.generate(requestOf())).toMatchObject({
      parts: [],
      stop: "end_turn",
      usage: { cacheRead: 300 },
    });
  });

  test("a call that was cut by the length limit says so in its stop reason", async () => {
    const { model } = await connected(wire, [streaming(wire.cutCall)]);
    expect((await model.generate(requestOf())).stop).toBe("max_tokens");
  });

  test.each(wire.stops)("stop reason %s", async (_reason, body, stop) => {
    const { model } = await connected(wire, [streaming(body)]);
    const turn = await model.generate(requestOf());
    expect(turn.stop).toBe(stop);
    expect(turn.parts.filter(({ kind }) => kind === "call")).toEqual([]);
  });

  describe("failures", () => {
    test.each(wire.failures.map((each) => [each.status, each.kind, each.body] as const))(
      "%i is %s after one request",
      async (status, kind, body) => {
        const { model, server } = await connected(wire, [json(status, body)]);
        const error = await failureOf(model);
        const retryable = ["rate_limit", "overloaded", "server", "timeout"].includes(kind);
        expect([error.kind, error.status, error.retryable, error.requestId]).toEqual([
          kind,
          status,
          retryable,
          "req_bad",
        ]);
        expect(server.received.length).toBe(1);
      },
    );

    test("what cannot succeed fails in under 0.3 s of our own time", async () => {
      const replies = [400, 401, 402, 403].map((status) => json(status, {}));
      const { model } = await connected(wire, replies);
      await failureOf(model);
      const spent: number[] = [];
      for (let call = 0; call < 5; call += 1) {
        const started = process.cpuUsage();
        await failureOf(model);
        const { user, system } = process.cpuUsage(started);
        spent.push((user + system) / 1_000);
      }
      expect(Math.min(...spent)).toBeLessThan(300);
    });

    test("retry-after is told in seconds, as a date, or not at all", async () => {
      const at = new Date(Date.now() + 90_000).toUTCString();
      const { model, server } = await connected(wire, [
        json(429, wire.rateLimited, { "retry-after": "3600" }),
        json(429, wire.rateLimited, { "retry-after": at }),
        json(429, wire.rateLimited, { "retry-after-ms": "250" }),
        json(429, wire.rateLimited),
      ]);
      expect((await failureOf(model)).retryAfterMs).toBe(3_600_000);
      expect((await failureOf(model)).retryAfterMs).toBeGreaterThan(60_000);
      expect((await failureOf(model)).retryAfterMs).toBe(250);
      expect((await failureOf(model)).retryAfterMs).toBeUndefined();
      expect(server.received.length).toBe(4);
    });

    test("reasoning that the provider no longer takes is a prefix mismatch", async () => {
      const { model } = await connected(wire, [json(400, wire.mismatch)]);
      expect((await failureOf(model)).kind).toBe("prefix_mismatch");
    });

    test("an overload inside the stream is known as one, and is retryable", async () => {
      const { model } = await connected(wire, [streaming(wire.overloaded, 11)]);
      const error = await failureOf(model);
      expect([error.kind, error.retryable]).toEqual(["overloaded", true]);
      expect(error.usage?.cacheRead).toBe(300);
    });

    test("a stream that ends in the middle is a network failure, and what was counted is kept", async () => {
      const { body, usage } = wire.counted;
      const closed = await connected(wire, [streaming(body)]);
      const reset = await connected(wire, [streaming(body, 1 << 20, (response) => response.destroy())]);
      const errors = [await failureOf(closed.model), await failureOf(reset.model)];
      expect(errors.map(({ kind, retryable }) => [kind, retryable])).toEqual([
        ["network", true],
        ["network", true],
      ]);
      expect(errors[0]?.usage).toEqual(usage);
    });

    test("a finished stream that cannot be read is paid all the same", async () => {
      const { model } = await connected(wire, [streaming(`${wire.full}data: {"broken\n\n`)]);
      const outcome = await model.generate(requestOf()).catch((thrown: unknown) => thrown);
      expect(outcome).toMatchObject({ usage: wire.usage });
    });

    test("no server is a network failure", async () => {
      const model = await connectModel({
        model: `${wire.provider}:${wire.model}`,
        apiKey: KEY,
        baseUrl: "http://127.0.0.1:9",
      });
      expect((await failureOf(model)).kind).toBe("network");
    });

    test("HTML from a proxy is a server failure", async () => {
      const { model } = await connected(wire, [
        (response) => void response.writeHead(502, { "content-type": "text/html" }).end("<h1>Bad</h1>"),
      ]);
      expect((await failureOf(model)).kind).toBe("server");
    });

    test("silence before the first byte is cut, and retryable", async () => {
      const { model } = await connected(wire, [() => undefined], { firstByteMs: 150 });
      const error = await failureOf(model);
      expect([error.kind, error.retryable]).toEqual(["stall", true]);
    });

    test("silence in the middle is cut, signs of life are not, and what was counted is kept", async () => {
      let pings = 0;
      const stalling: Reply = async (response) => {
        await streaming(wire.counted.body, 1 << 20, () => undefined)(response);
        while (pings < 4) {
          await wait(400);
          response.write(wire.ping);
          pings += 1;
        }
      };
      const { model } = await connected(wire, [stalling], { firstByteMs: 5_000, idleMs: 1_200 });
      const error = await failureOf(model);
      expect([error.kind, pings]).toEqual(["stall", 4]);
      expect(error.usage).toEqual(wire.counted.usage);
    });

    test("a stream that only shows life for ever is cut by the call's own limit", async () => {
      const pinging: Reply = async (response) => {
        await streaming(wire.counted.body, 1 << 20, () => undefined)(response);
        while (!response.destroyed) {
          response.write(wire.ping);
          await wait(50);
        }
      };
      const { model } = await connected(wire, [pinging], { idleMs: 5_000, callMs: 400 });
      expect((await failureOf(model)).kind).toBe("timeout");
    });

    test("the caller's abort is told as aborted", async () => {
      const stop = new AbortController();
      const { model } = await connected(wire, [streaming(wire.counted.body, 1 << 20, () => stop.abort())]);
      const error = await failureOf(model, { signal: stop.signal });
      expect([error.kind, error.retryable]).toEqual(["aborted", false]);
    });

    test("a redirect is not followed: it would carry the key elsewhere", async () => {
      const { model, server } = await connected(wire, [
        (response) => void response.writeHead(307, { location: "/elsewhere" }).end(),
      ]);
      expect((await failureOf(model)).kind).toBe("network");
      expect(server.received.length).toBe(1);
    });

    test("the key goes to the server and into no error, even when the server repeats it", async () => {
      const repeating = JSON.parse(JSON.stringify(wire.rateLimited).replace('"no"', `"bad key ${KEY}"`));
      const { model, server } = await connected(wire, [json(401, repeating)]);
      const error = await failureOf(model);
      expect(JSON.stringify(server.received[0]?.headers)).toContain(KEY);
      expect(`${error.stack} ${JSON.stringify(error)} ${String(error.cause)}`).not.toContain(KEY);
      expect(error.message).toContain("***");
    });
  });
});
