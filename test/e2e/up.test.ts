/** `nightshift up` through the bundle: started, used over HTTP and git, killed, started again, stopped. */
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { connectAsPerson } from "../../src/cli/api.ts";
import type { ScriptedModel } from "../../src/local/scripted-model/server.ts";
import {
  git,
  KEY,
  nightshift,
  type Place,
  pythonPlace,
  pythonScenario,
  type Started,
  serve,
  start,
} from "./cli-world.ts";
import { verifies } from "./requirements.ts";

const Ready = z.strictObject({ url: z.string(), token: z.string(), repositories: z.array(z.string()) });
const Pulls = z.array(z.object({ number: z.number(), head: z.object({ sha: z.string() }) }));

let place: Place;
let model: ScriptedModel | undefined;
let running: Started | undefined;

afterEach(async () => {
  running?.kill("SIGKILL");
  await running?.ended;
  await model?.close();
  await place?.remove();
  running = undefined;
  model = undefined;
});

async function up(...args: string[]) {
  running = start(["up", "--data", place.data, "--json", ...args]);
  const { printed, said } = running;
  await until(() => printed().includes("\n"), said);
  return Ready.parse(JSON.parse(printed().split("\n", 1)[0] ?? ""));
}

describe("nightshift up", () => {
  it(`keeps address, token and work over a kill, and merges the feature once (${verifies("up.lasts")})`, async () => {
    place = await pythonPlace();
    model = await serve(pythonScenario(["shout"], 3_000));
    const before = await git(place.repository, "rev-parse", "HEAD");

    const ready = await up("--repo", place.repository, "--base-url", model.url);
    expect(ready.repositories).toEqual(["grace-hopper/greetings"]);
    const [repository = ""] = ready.repositories;
    const github = connectAsPerson({ apiUrl: `${ready.url}/api/v3`, repository, token: ready.token });
    const authorization = `Bearer ${ready.token}`;
    const started = await fetch(`${ready.url}/api/start-project`, {
      method: "POST",
      headers: { authorization, "content-type": "application/json" },
      body: JSON.stringify({ requirements: "Shouted greetings" }),
    });
    expect(started.status).toBe(201);
    const person = await signIn(ready.url, running);
    const played = model;
    await until(
      () => played.requests().some(({ entry, turn }) => entry?.includes("implement") === true && turn === 1),
      running?.said,
    );
    running?.kill("SIGKILL");
    await running?.ended;

    const again = await up();
    expect(again).toEqual(ready);
    const pulls = async (state: string) =>
      Pulls.parse((await github.rest("GET /repos/{owner}/{repo}/pulls", { state })).data);
    const approved = new Set<string>();
    await until(async () => {
      for (const { number, head } of await pulls("open")) {
        if (approved.has(head.sha)) continue;
        approved.add(head.sha);
        await person.approve(`/${repository}/pull/${number}`, head.sha);
      }
      return (await pulls("closed")).length > 0;
    }, running?.said);
    const status = await fetch(`${ready.url}/api/status`, { headers: { authorization } });
    expect(await status.json()).toMatchObject({
      repositories: [{ repository, requirements: [{ features: [{ state: "merged" }] }] }],
    });
    await git(place.repository, "fetch", "--quiet", `${ready.url}/${repository}.git`, "trunk");
    const subjects = await git(place.repository, "log", "--format=%s", `${before}..FETCH_HEAD`);
    expect(subjects.split("\n")).toHaveLength(1);
    expect(await git(place.repository, "rev-parse", "HEAD")).toBe(before);

    running?.kill("SIGTERM");
    expect(await running?.ended).toMatchObject({ code: 0 });
    const memory = await readFile(join(place.data, "up.json"), "utf8");
    expect((await stat(join(place.data, "up.json"))).mode & 0o777).toBe(0o600);
    expect(memory).not.toContain(KEY);
  }, 600_000);

  it(`refuses what cannot work with one clear message (${verifies("cli.wrong-input")})`, async () => {
    place = await pythonPlace();
    const busy = createServer();
    await new Promise<void>((done) => busy.listen(0, "127.0.0.1", done));
    const address = busy.address();
    const port = typeof address === "object" && address ? String(address.port) : "";
    try {
      await up("--sandbox", "off");
      const cells: [args: string[], says: RegExp][] = [
        [["--data", place.data], /process \d+ is at work in it/],
        [["--data", join(place.root, "other"), "--port", port], /port \d+ is in use\. Choose another port/],
        [["--data", join(place.root, "other"), "--repo", place.root], /is no git repository/],
        [["--data", place.repository], /it holds other files/],
        [["--base-url", "http://example.org"], /https address/],
        [["--model", "gpt"], /expected provider:model/],
      ];
      const ended = await Promise.all(cells.map(([args]) => nightshift(["up", "--sandbox", "off", ...args])));
      for (const [at, [args, says]] of cells.entries()) {
        expect(ended[at]?.stderr, args.join(" ")).toMatch(says);
        expect(ended[at]?.stderr.trimEnd().split("\n")).toHaveLength(1);
        expect(ended[at]?.code).toBe(2);
      }
      await expect(stat(join(place.root, "other"))).rejects.toThrow("ENOENT");
      running?.kill("SIGINT");
      expect(await running?.ended).toMatchObject({ code: 0 });
    } finally {
      busy.close();
    }
  }, 600_000);
});

/** A person in a browser: in by the link, then with the cookie, which holds over a restart. */
async function signIn(url: string, from: Started | undefined) {
  await until(() => /-\/enter\?code=/.test(from?.said() ?? ""), from?.said);
  const [link = ""] = /http:\S+\/-\/enter\?code=\S+/.exec(from?.said() ?? "") ?? [];
  const entered = await fetch(link, { redirect: "manual" });
  const [cookie = ""] = (entered.headers.get("set-cookie") ?? "").split(";");
  return {
    /** Sends the page's own form for a review of this head. */
    async approve(path: string, head: string) {
      const page = await (await fetch(`${url}${path}`, { headers: { cookie } })).text();
      const forms = page.split("<form ").filter((form) => form.includes(`value="${head}"`));
      const [, action = ""] = /action="([^"]+)"/.exec(forms[0] ?? "") ?? [];
      const fields = [...(forms[0] ?? "").matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
      const body = new URLSearchParams();
      for (const [, name = "", value = ""] of fields) body.set(name, value);
      body.set("event", "APPROVE");
      body.set("body", "");
      const headers = { cookie, origin: url };
      const answer = await fetch(`${url}${action}`, { method: "POST", headers, body, redirect: "manual" });
      expect(answer.status, await answer.text()).toBe(303);
    },
  };
}

async function until(holds: () => boolean | Promise<boolean>, said = () => ""): Promise<void> {
  const end = Date.now() + 90_000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`it did not happen; the command said:\n${said()}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
