/**
 * The way out of the sandbox: a proxy in our own process, which a command reaches only over a socket that it was started with.
 * Every connection is decided here, by name and then by address: only listed hosts, only port 443, only public addresses, and
 * the address that was checked is the one that is connected to.
 */
import { lookup } from "node:dns/promises";
import { createServer, type ServerHttp2Stream } from "node:http2";
import { connect as connectTcp, type Socket } from "node:net";
import type { Duplex } from "node:stream";
import { isPublicAddress } from "./address.ts";

export interface EgressOptions {
  /** Names, or `*.name` for everything below it. */
  hosts: readonly string[];
  /** Addresses of a name; the system's resolver by default. */
  resolve?: (host: string) => Promise<readonly string[]>;
  /** Opens a connection to an address that was checked. */
  connect?: (address: string, port: number) => Socket;
}

export interface RefusedHost {
  host: string;
  why: string;
}

export interface Egress {
  /** Serves one command's end of the socket until it closes. */
  serve(channel: Duplex): void;
  /** What was refused so far, each host once. */
  refused(): readonly RefusedHost[];
  /** Forgets what was refused. */
  forget(): void;
  close(): void;
}

const PORT = 443;
const CONNECT_MS = 15_000;
const MOST_AT_ONCE = 100;
/** More different names than that are counted as one. */
const MOST_REFUSED = 50;

type Verdict = { addresses: readonly string[] } | { status: 403 | 502; why: string };

/** Opens the gate; it listens nowhere. */
export function openEgress(options: EgressOptions): Egress {
  const resolve = options.resolve ?? resolveBySystem;
  const connect = options.connect ?? ((host, port) => connectTcp({ host, port }));
  const refused = new Map<string, string>();
  const channels = new Set<Duplex>();
  const server = createServer({ settings: { maxConcurrentStreams: MOST_AT_ONCE } });
  server.on("stream", (stream, headers) => {
    stream.on("error", () => stream.destroy());
    const method = headers[":method"];
    const authority = String(headers[":authority"] ?? "");
    if (method !== "CONNECT") answer(stream, 405, "only CONNECT");
    else
      void admit(authority).then((verdict) => {
        if ("addresses" in verdict) relay(stream, verdict.addresses, connect);
        else answer(stream, verdict.status, `${authority}: ${verdict.why}`);
      });
  });
  server.on("sessionError", () => undefined);

  async function admit(authority: string): Promise<Verdict> {
    const host = authority.replace(/:\d+$/, "").replace(/\.$/, "").toLowerCase();
    const port = Number(/:(\d+)$/.exec(authority)?.[1] ?? PORT);
    const refuse = (why: string): Verdict => {
      if (refused.size < MOST_REFUSED) refused.set(host.slice(0, 253), why);
      return { status: 403, why };
    };
    if (!options.hosts.some((pattern) => isHost(pattern, host)))
      return refuse("this host is not listed in setup_hosts");
    if (port !== PORT) return refuse(`port ${port} is closed, only ${PORT} is open`);
    const addresses = await resolve(host).catch(() => []);
    if (addresses.length === 0) return { status: 502, why: "the name has no address" };
    if (!addresses.every(isPublicAddress)) return refuse("its address is not a public one");
    return { addresses };
  }

  return {
    serve(channel) {
      channels.add(channel);
      channel.once("close", () => channels.delete(channel));
      channel.on("error", () => channel.destroy());
      server.emit("connection", channel);
    },
    refused: () => [...refused].map(([host, why]) => ({ host, why })),
    forget: () => refused.clear(),
    close() {
      for (const channel of channels) channel.destroy();
    },
  };
}

function isHost(pattern: string, host: string): boolean {
  const wanted = pattern.toLowerCase();
  return wanted.startsWith("*.")
    ? host.endsWith(wanted.slice(1)) && host.length >= wanted.length
    : host === wanted;
}

async function resolveBySystem(host: string): Promise<readonly string[]> {
  const found = await lookup(host, { all: true, order: "ipv4first" });
  return found.map(({ address }) => address);
}

/** Tries the addresses in order and joins both ends. */
function relay(
  stream: ServerHttp2Stream,
  addresses: readonly string[],
  connect: NonNullable<EgressOptions["connect"]>,
): void {
  const [address, ...others] = addresses;
  if (stream.destroyed) return;
  if (address === undefined) {
    answer(stream, 502, "no address answers");
    return;
  }
  const socket = connect(address, PORT);
  const failed = () => {
    clearTimeout(timer);
    socket.destroy();
    relay(stream, others, connect);
  };
  const timer = setTimeout(failed, CONNECT_MS);
  socket.once("error", failed);
  stream.once("close", () => socket.destroy());
  socket.once("connect", () => {
    clearTimeout(timer);
    socket.off("error", failed);
    socket.on("error", () => stream.destroy());
    socket.once("close", () => stream.end());
    stream.respond({ ":status": 200 });
    stream.pipe(socket);
    socket.pipe(stream);
  });
}

function answer(stream: ServerHttp2Stream, status: number, text: string): void {
  if (stream.destroyed) return;
  stream.respond({ ":status": status });
  stream.end(text);
}
