/** The scripted model: an HTTP server that speaks a model provider's API and answers from a scenario. */
import { createServer, type IncomingMessage, type Server } from "node:http";
import { anthropicFormat } from "./anthropic/format.ts";
import { type Exchange, type RequestRecord, sendText, type WireFormat } from "./exchange.ts";
import { geminiFormat } from "./gemini/format.ts";
import { loadScenario } from "./load-scenario.ts";
import { openaiFormat } from "./openai/format.ts";
import { type Answer, type Conversation, headerOf, play } from "./player.ts";
import { parseScenario, type Scenario } from "./scenario.ts";

const MAX_RECORDS = 1000;

/** Time as a port. */
export interface Clock {
  now(): Date;
  /** Calls `run` once after `milliseconds`; the returned function cancels. */
  after(milliseconds: number, run: () => void): () => void;
}

export interface ScriptedModelOptions {
  /** A scenario, or the directory of one. */
  scenario: Scenario | string;
  /** 0, the default, takes a free port. */
  port?: number;
  host?: string;
  clock?: Clock;
  /** Milliseconds to wait before every answer, so that people can watch. A turn's own delay comes on top. */
  delay?: number;
  /** Gets one line for every request, after its answer. */
  log?: (line: string) => void;
}

export interface ScriptedModel {
  /** Where it listens, without a slash at the end. */
  url: string;
  /** Base URLs as the providers' SDKs take them. */
  urls: { anthropic: string; openai: string; gemini: string };
  /** The newest 1000 requests, oldest first. */
  requests(): RequestRecord[];
  /** Stops listening and cuts open connections. */
  close(): Promise<void>;
}

interface Stage {
  scenario: Scenario;
  clock: Clock;
  delay: number;
}

/** Starts the server. Rejects with a `ScenarioError`, or with node's error when the port is taken. */
export async function startScriptedModel(options: ScriptedModelOptions): Promise<ScriptedModel> {
  const { scenario: given, host = "127.0.0.1", port = 0, clock = systemClock, delay = 0, log } = options;
  const scenario = typeof given === "string" ? await loadScenario(given) : parseScenario(given);
  const formats = [openaiFormat(scenario), geminiFormat(scenario), anthropicFormat(scenario)];
  const stage = { scenario, clock, delay };
  const records: RequestRecord[] = [];
  let count = 0;
  const server = createServer((request, response) => {
    const record = recordOf(request, clock);
    records.push(record);
    if (records.length > MAX_RECORDS) records.shift();
    const requestId = `req_scripted_${++count}`;
    const exchange = { request, response, record, requestId, play: player(stage, record) };
    serve(exchange, formats, scenario)
      .catch((thrown) => refuse(exchange, 500, String(thrown)))
      .finally(() => {
        record.status = response.statusCode;
        log?.(describe(record));
      });
  });
  await listen(server, port, host);
  const url = urlOf(server, host);
  const urls = { anthropic: url, openai: `${url}/v1`, gemini: url };
  return { url, urls, requests: () => [...records], close: () => close(server) };
}

function recordOf(request: IncomingMessage, clock: Clock): RequestRecord {
  const path = (request.url ?? "/").replace(/\?.*$/s, "");
  return { at: clock.now(), method: request.method ?? "GET", path, status: 0 };
}

function player(stage: Stage, record: RequestRecord) {
  return async (conversation: Conversation): Promise<Answer> => {
    const header = headerOf(conversation.opening);
    if (header) record.header = header;
    record.turn = conversation.turn;
    const answer = play(stage.scenario, conversation);
    record.entry = answer.entry;
    await sleep(stage.clock, stage.delay + answer.delay);
    return answer;
  };
}

async function serve(exchange: Exchange, formats: WireFormat[], scenario: Scenario): Promise<void> {
  const { response, record, requestId } = exchange;
  response.setHeader("request-id", requestId);
  response.setHeader("x-request-id", requestId);
  if (record.path === "/" && record.method === "GET") return sendText(response, 200, introduction(scenario));
  for (const format of formats) {
    if (await format.handle(exchange)) return;
  }
  refuse(exchange, 404, `the scripted model has no ${record.method} ${record.path}`);
}

/** For what no wire format answers. An answer that has begun can only be cut. */
function refuse({ response, record }: Exchange, status: number, reason: string): void {
  record.refusal = reason;
  if (response.headersSent) response.destroy();
  else sendText(response, status, `${reason}\n`);
}

function introduction(scenario: Scenario): string {
  const about = scenario.description ? `\n${scenario.description}\n` : "";
  return `This is a scripted model: no language model is behind it. It plays the scenario "${scenario.name}" over the APIs of Anthropic, OpenAI and Gemini, from a script that people wrote.\n${about}`;
}

function describe({ method, path, status, entry, turn, refusal }: RequestRecord): string {
  const what = refusal ?? (entry === undefined ? "" : `${entry}, turn ${(turn ?? 0) + 1}`);
  return `scripted model: ${method} ${path} ${status} ${what}`.trimEnd();
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

function urlOf(server: Server, host: string): string {
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function sleep(clock: Clock, milliseconds: number): Promise<void> {
  if (milliseconds === 0) return Promise.resolve();
  return new Promise((resolve) => {
    clock.after(milliseconds, resolve);
  });
}

const systemClock: Clock = {
  now: () => new Date(),
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};
