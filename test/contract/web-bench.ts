/** The web page on a forge in a temporary directory, and a browser's requests to it, header by header. */
import { mkdtemp, rm } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connectAsPerson } from "../../src/cli/api.ts";
import { openDoor } from "../../src/cli/web/door.ts";
import { createSite, type Site } from "../../src/cli/web/site.ts";
import { allLabels } from "../../src/domain/labels.ts";
import type { GitHub } from "../../src/github/client.ts";
import type { TriggerEvent } from "../../src/local/contract.ts";
import { type Forge, startForge } from "../../src/local/forge/start.ts";

export const REPO = "grace/shop";

export interface Answer {
  status: number;
  headers: { [name: string]: string | string[] | undefined };
  body: string;
}

export interface Ask {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

export interface WebBench {
  forge: Forge;
  site: Site;
  token: string;
  /** The API as the person. */
  github: GitHub;
  events: TriggerEvent[];
  /** Collects no more events. */
  leave(): void;
  /** What the page logged as its own bug. */
  problems: string[];
  /** `cookie` header of the person who signed in. */
  cookie: string;
  proof: string;
  /** A request with exactly these headers, and the Host that a browser sends unless another is given. */
  ask(path: string, ask?: Ask): Promise<Answer>;
  /** A page as the person sees it. */
  page(path: string): Promise<Answer>;
  /** A form of the page, sent as a browser does; `changed` replaces headers and fields. */
  submit(
    fields: Record<string, string>,
    changed?: { headers?: Record<string, string>; proof?: string },
  ): Promise<Answer>;
  /** The first `count` events of a stream, as its lines; `then` makes them happen. */
  listen(path: string, count: number, then: () => Promise<unknown> | unknown): Promise<string[]>;
  close(): Promise<void>;
}

export async function openWebBench(): Promise<WebBench> {
  const directory = await mkdtemp(join(tmpdir(), "nightshift-web-"));
  const site = createSite();
  const forge = await startForge({ dataDir: directory, front: site.front });
  const events: TriggerEvent[] = [];
  const problems: string[] = [];
  const leave = forge.onEvent((event) => events.push(event));
  await forge.createRepository({
    owner: "grace",
    name: "shop",
    initialFiles: { "README.md": { content: "# Shop\n" }, "app.js": { content: "one\ntwo\nthree\n" } },
  });
  forge.setPermission(REPO, "grace", "admin");
  for (const label of allLabels("nightshift")) forge.createLabel(REPO, label);
  const token = forge.createPersonToken("grace");
  const github = connectAsPerson({ apiUrl: forge.apiUrl, repository: REPO, token });
  const door = openDoor(token, forge.port);
  const own = `127.0.0.1:${forge.port}`;
  const ask: WebBench["ask"] = (path, { method = "GET", headers = {}, body } = {}) =>
    new Promise((resolve, reject) => {
      const sent = request(
        { host: "127.0.0.1", port: forge.port, path, method, headers: { host: own, ...headers } },
        (response) => {
          const chunks: Buffer[] = [];
          response.on("data", (chunk: Buffer) => chunks.push(chunk));
          response.on("end", () =>
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              body: Buffer.concat(chunks).toString("utf8"),
            }),
          );
        },
      );
      sent.on("error", reject);
      sent.end(body);
    });
  const cookie = door.cookie().split(";")[0] ?? "";
  site.open({
    forge,
    runner: { problems: () => [] },
    repositories: () => forge.repositories(),
    github: () => github,
    login: "grace",
    door,
    now: () => new Date(),
    log: (line) => problems.push(line),
  });
  return {
    forge,
    site,
    token,
    github,
    events,
    leave,
    problems,
    cookie,
    proof: door.formProof,
    ask,
    page: (path) => ask(path, { headers: { cookie } }),
    submit: (fields, { headers = {}, proof = door.formProof } = {}) =>
      ask(`/${REPO}/-/act`, {
        method: "POST",
        headers: {
          cookie,
          origin: `http://${own}`,
          "sec-fetch-site": "same-origin",
          "content-type": "application/x-www-form-urlencoded",
          ...headers,
        },
        body: new URLSearchParams({ proof, ...fields }).toString(),
      }),
    listen: (path, count, then) =>
      new Promise((resolve, reject) => {
        let text = "";
        const told = () =>
          [...text.matchAll(/^event: (.*)\ndata: (.*)$/gm)].map(([, name, data]) => `${name} ${data}`);
        const sent = request(
          { host: "127.0.0.1", port: forge.port, path, headers: { host: own, cookie } },
          (response) => {
            if (response.statusCode !== 200) return reject(new Error(`${response.statusCode}`));
            response.once("end", () => reject(new Error("ended")));
            response.setEncoding("utf8").on("data", (part: string) => {
              const isFirst = text === "";
              text += part;
              if (isFirst) Promise.resolve(then()).catch(reject);
              if (told().length < count) return;
              sent.destroy();
              resolve(told().slice(0, count));
            });
          },
        );
        sent.on("error", (error) => (told().length < count ? reject(error) : undefined));
        sent.end();
      }),
    async close() {
      site.close();
      await forge.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
