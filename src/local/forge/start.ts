/** Starts a local GitHub on one port over one data directory. */
import { randomBytes, randomUUID } from "node:crypto";
import { mkdir, rm } from "node:fs/promises";
import type { Server } from "node:http";
import { join } from "node:path";
import type { Clock, ForgeForRunner } from "../contract.ts";
import {
  type Administration,
  createAdministration,
  createSystemUsers,
  directoryOf,
} from "./administration.ts";
import { systemClock } from "./clock.ts";
import { createDelivery } from "./delivery.ts";
import type { FaultPlan } from "./faults/port.ts";
import { type Hosting, ON_DISK } from "./git/hosting.ts";
import type { GitRepository } from "./git/repository.ts";
import { createGraphql } from "./graphql/execute.ts";
import type { RateLimits } from "./http/limits.ts";
import { createRouter } from "./http/router.ts";
import { createEdge, type Front, type Intercept } from "./http/server.ts";
import { recoverUndertakings } from "./operations/undertakings.ts";
import { advanceWaitingMerges, hasWaitingMerges } from "./operations/waiting-merges.ts";
import { ROUTES } from "./rest/routes.ts";
import { createRunnerPort, type Listeners } from "./runner-port.ts";
import { fullName, type Ids, repositoryById, type Site } from "./site.ts";
import { createCounter } from "./statistics.ts";
import { lockDirectory } from "./store/lock.ts";
import { openStore, type Store } from "./store/store.ts";

export interface ForgeOptions {
  /** Everything lives here; created when absent. One live process per directory. */
  dataDir: string;
  /** 0 or absent: any free port. */
  port?: number;
  /** Default 127.0.0.1. */
  host?: string;
  clock?: Clock;
  ids?: Ids;
  log?: (line: string) => void;
  /** GitHub's GraphQL schema; default beside the bundle, else in node_modules. */
  schemaPath?: string;
  /** Default: bare repositories below `dataDir`. */
  hosting?: Hosting;
  /** Whether the state outlives the process. Default true. */
  durable?: boolean;
  /** Called before a request is handled: answers it instead, or cuts the connection. */
  intercept?: Intercept;
  /** The same after the effect, before the answer is sent (not for git requests). */
  afterEffect?: Intercept;
  /** What goes wrong with requests and events; see `faults/seeded.ts`. */
  faults?: FaultPlan;
  /** Enforces rate limits: `{}` with GitHub's numbers. Absent: they are counted and shown, and nobody is refused. */
  limits?: RateLimits;
  /** Asked before everything else; true when it answers the request itself, such as pages for people. */
  front?: Front;
}

export interface Forge extends ForgeForRunner, Administration {
  readonly port: number;
  /** Answers the requests; whoever is in the same process may hand it one without a connection. */
  readonly server: Server;
  /** Ends the server and every git process; the state is on disk already. */
  close(): Promise<void>;
}

/** Throws one clear error when the directory is read-only, full, or used by another live process. */
export async function startForge(options: ForgeOptions): Promise<Forge> {
  const release = lockDirectory(options.dataDir);
  let store: Store | undefined;
  try {
    store = openStore(options.durable === false ? undefined : join(options.dataDir, "state"));
    return await serve(options, store, release);
  } catch (error) {
    store?.close();
    release();
    throw error;
  }
}

async function serve(options: ForgeOptions, store: Store, release: () => void): Promise<Forge> {
  const {
    dataDir,
    clock = systemClock,
    log = () => undefined,
    host = "127.0.0.1",
    hosting = ON_DISK,
  } = options;
  await rm(join(dataDir, "tmp"), { recursive: true, force: true });
  for (const name of ["artifacts", "logs", "repositories", "tmp"])
    await mkdir(join(dataDir, name), { recursive: true });
  const gits = new Map<number, GitRepository>();
  for (const row of store.all("repositories"))
    gits.set(row.id, await hosting.open(directoryOf({ dataDir }, row.owner, row.name)));

  const listeners: Listeners = { event: new Set(), request: new Set() };
  const ids = options.ids ?? { uuid: randomUUID, secret: () => randomBytes(20).toString("hex") };
  const delivery = createDelivery({ store, listeners, clock, ids, faults: options.faults, log });
  const follow = createFollowUps(log);
  const waiting = createReconsiderations(log);
  let url = "";
  const site: Site = {
    store,
    clock,
    dataDir,
    log,
    ids,
    get url() {
      return url;
    },
    signingKey: signingKey(store),
    limits: options.limits,
    git: (repository) => {
      const git = gits.get(repository.id);
      if (!git) throw new Error(`No git repository for ${fullName(repository)}`);
      return git;
    },
    addGit: (repository, git) => void gits.set(repository.id, git),
    send: delivery.send,
    later: follow.later,
    settled: follow.settled,
    reconsider: (repository) => {
      if (hasWaitingMerges(site, repository))
        waiting.ask(repository.id, () => advanceWaitingMerges(site, repositoryById(site, repository.id)));
    },
    requestRun: (request) => {
      for (const listener of listeners.request) listener(request);
    },
  };
  createSystemUsers(site);
  const counter = createCounter((id) => fullName(repositoryById(site, id)));
  const graphql = createGraphql(site, options.schemaPath);
  const recovered = gate();
  const server = createEdge({
    site,
    router: createRouter(ROUTES),
    counter,
    graphql: graphql.answer,
    ready: recovered.promise,
    intercept: options.intercept,
    afterEffect: options.afterEffect,
    faults: options.faults,
    front: options.front,
  });
  const port = await listen(server, options.port ?? 0, host);
  url = `http://${host}:${port}`;
  await recoverUndertakings(site);
  recovered.open();
  for (const repository of store.all("repositories")) site.reconsider(repository);
  const warmUp = setTimeout(graphql.warmUp, WARM_UP_MS);
  warmUp.unref();

  return {
    ...createRunnerPort(site, listeners, delivery.redeliver),
    ...createAdministration(site, hosting, counter),
    port,
    server,
    close: async () => {
      clearTimeout(warmUp);
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      await waiting.settled();
      await follow.settled();
      for (const git of gits.values()) git.close();
      store.close();
      release();
    },
  };
}

/** Late enough that short-lived forges never pay for the schema. */
const WARM_UP_MS = 1000;

function signingKey(store: Store): string {
  const known =
    store.get("keys", "signing") ?? store.put("keys", "signing", { value: randomBytes(32).toString("hex") });
  return known.value;
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (cause) =>
      reject(
        new Error(`Cannot listen on ${host}:${port}: ${cause.message}. Choose another port.`, { cause }),
      ),
    );
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}

/** Requests that arrive before recovery is done wait for it: the payloads of recovery need the port. */
function gate(): { promise: Promise<void>; open: () => void } {
  let open = (): void => undefined;
  const promise = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { promise, open: () => open() };
}

/** One look at a time for each repository; what happens meanwhile asks for one more. */
function createReconsiderations(log: (line: string) => void) {
  const running = new Map<number, Promise<void>>();
  const again = new Set<number>();
  const run = async (id: number, look: () => Promise<void>): Promise<void> => {
    do {
      again.delete(id);
      await look().catch((error: unknown) =>
        log(`waiting merges: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`),
      );
    } while (again.has(id));
    running.delete(id);
  };
  return {
    ask: (id: number, look: () => Promise<void>): void => {
      if (running.has(id)) again.add(id);
      else
        running.set(
          id,
          new Promise<void>((resolve) => setImmediate(resolve)).then(() => run(id, look)),
        );
    },
    settled: async (): Promise<void> => void (await Promise.all(running.values())),
  };
}

/** Work that follows a change, in order; a failure is logged and stops nothing else. */
function createFollowUps(log: (line: string) => void) {
  let last: Promise<void> = Promise.resolve();
  return {
    later: (work: () => Promise<void>): void => {
      last = last
        .then(work)
        .catch((error: unknown) =>
          log(`follow-up failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`),
        );
    },
    /** Also of work that other follow-ups ask for meanwhile. */
    settled: async (): Promise<void> => {
      for (let seen: Promise<void> | undefined; seen !== last; ) {
        seen = last;
        await seen;
      }
    },
  };
}
