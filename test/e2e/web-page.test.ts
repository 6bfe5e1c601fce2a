/** The page of `nightshift up` in a browser, by keyboard: sign in, open a requirement, watch the run, approve, see it merged. */
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import type { ScriptedModel } from "../../src/local/scripted-model/server.ts";
import { faintTexts, NO_CHROMIUM, nameless, tabTo, unreachedByTab, type Visitor, visit } from "./browser.ts";
import { KEY, type Place, pythonPlace, pythonScenario, type Started, serve, start } from "./cli-world.ts";
import { verifies } from "./requirements.ts";

const Ready = z.object({ url: z.string(), token: z.string() });
const REPO = "grace-hopper/greetings";
const PICTURE = "http://pictures.example/louder.png";

describe.skipIf(NO_CHROMIUM !== null)(`the page in a browser (${NO_CHROMIUM ?? "Chromium"})`, () => {
  let place: Place;
  let model: ScriptedModel;
  let running: Started;
  let visitor: Visitor;
  let ready: z.infer<typeof Ready>;
  /** Of the first document; another one would be a reload. */
  const loadedAt = () => visitor.page.evaluate(() => performance.timeOrigin);

  beforeAll(async () => {
    place = await pythonPlace();
    model = await serve(pythonScenario(["shout"], 2_000));
    const options = ["--data", place.data, "--repo", place.repository, "--base-url", model.url];
    running = start(["up", "--json", ...options]);
    await vi.waitUntil(() => running.printed().includes("\n"), { timeout: 90_000 });
    ready = Ready.parse(JSON.parse(running.printed().split("\n", 1)[0] ?? ""));
    visitor = await visit();
  });
  afterAll(async () => {
    await visitor?.close();
    running?.kill("SIGKILL");
    await running?.ended;
    await model?.close();
    await place?.remove();
  });

  it(`signs in with the token and opens a requirement (${verifies("page.requirement")})`, async () => {
    const { page, complaints } = visitor;
    await page.goto(`${ready.url}/${REPO}`);
    expect(await unreachedByTab(page)).toEqual([]);
    expect(await nameless(page)).toEqual([]);
    await tabTo(page, "textbox", "Token");
    await page.keyboard.type(ready.token);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Overview" }).waitFor();
    // Who is not signed in gets the form with a status that says so, and Chromium notes that.
    expect(complaints.splice(0)).toEqual([expect.stringMatching(/^\S+\/greetings: .*\b401\b/)]);

    await tabTo(page, "textbox", /What shall be built/);
    await page.keyboard.type(
      `Shouted greetings\n\nA greeting can be *shouted*, see ![how](${PICTURE}) and <img src="${PICTURE}">.`,
    );
    await tabTo(page, "button", "Open the requirement");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "#1 Shouted greetings" }).waitFor();
    expect(await page.locator("article .text em").textContent()).toBe("shouted");
    await page.locator("#head .label", { hasText: "nightshift:building" }).waitFor();
  }, 600_000);

  it(`shows the log of a run as it grows, to the end (${verifies("page.watch")})`, async () => {
    const { page } = visitor;
    await tabTo(page, "link", "Runs");
    await page.keyboard.press("Enter");
    await tabTo(page, "link", "code · feature 1");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Cancel" }).waitFor();
    const since = await loadedAt();
    const log = page.getByRole("group", { name: "What code / agent said" });
    await log.waitFor();
    const first = (await log.textContent()) ?? "";
    await log.focus();
    await expect.poll(() => log.textContent(), { timeout: 60_000 }).not.toBe(first);
    const later = (await log.textContent()) ?? "";
    expect(later.startsWith(first)).toBe(true);
    await page.locator("#head .state", { hasText: "success" }).waitFor();
    await page.getByRole("button", { name: "Run again", exact: true }).waitFor();
    expect(await page.getByRole("button", { name: "Cancel" }).count()).toBe(0);
    expect(await log.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await loadedAt()).toBe(since);
    const whole = await page.request.get(`${page.url()}/job/${await log.getAttribute("data-job")}/log`);
    expect((await log.textContent())?.trim()).toBe((await whole.text()).trim());
  }, 600_000);

  it(`approves the head that it shows, and shows the merge (${verifies("page.approve")})`, async () => {
    const { page } = visitor;
    await tabTo(page, "link", "Pull requests");
    await page.keyboard.press("Enter");
    await tabTo(page, "link", "#2 Shouted greetings");
    await page.keyboard.press("Enter");
    await page.locator(".why", { hasText: "A person with write permission approves it" }).waitFor();
    const head = await page.locator("form input[name=head]").getAttribute("value");
    await tabTo(page, "button", "Approve");
    const [sent] = await Promise.all([
      page.waitForRequest((request) => request.method() === "POST"),
      page.keyboard.press("Enter"),
    ]);
    expect(sent.postData()).toContain(`head=${head}`);
    const mine = page.locator("#reviews article", { hasText: "grace-hopper" });
    await mine.getByText("APPROVED").waitFor();
    const since = await loadedAt();
    await page.locator("#head .state", { hasText: "merged" }).waitFor();
    expect(await page.getByRole("button", { name: /^(Approve|Close|Reopen)$/ }).count()).toBe(0);
    expect(await loadedAt()).toBe(since);
    const { head: merged } = await github("pulls/2");
    expect(merged).toMatchObject({ sha: head });
  }, 600_000);

  it(`leaves the focus where it is when a list changes (${verifies("page.watch")})`, async () => {
    const { page } = visitor;
    await tabTo(page, "link", "Issues");
    await page.keyboard.press("Enter");
    await tabTo(page, "link", "#1 Shouted greetings");
    const since = await loadedAt();
    await github("issues", { title: "Something else" });
    await page.locator("#issues li").first().getByText("#3 Something else").waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("#1 Shouted greetings");
    expect(await loadedAt()).toBe(since);
  }, 600_000);

  it(`can be used by keyboard and read in both schemes, page by page (${verifies("page.everybody")})`, async () => {
    const { page } = visitor;
    await expect.poll(async () => (await github("issues/1")).state, { timeout: 60_000 }).toBe("closed");
    const runs = await page.request.get(`${ready.url}/${REPO}/actions`);
    const [run = ""] = /\/actions\/runs\/\d+/.exec(await runs.text()) ?? [];
    const below = ["", "/issues", "/issues/1", "/pulls", "/pull/2", "/actions", run, "/messages"];
    for (const path of ["/", ...below.map((each) => `/${REPO}${each}`)]) {
      await page.goto(ready.url + path);
      await page.getByText("live", { exact: true }).waitFor();
      expect(await unreachedByTab(page), path).toEqual([]);
      expect(await nameless(page), path).toEqual([]);
      const grounds: string[] = [];
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await faintTexts(page), `${path} ${colorScheme}`).toEqual([]);
        grounds.push(await page.evaluate(() => getComputedStyle(document.body).backgroundColor));
      }
      expect(grounds, path).toEqual(["rgb(255, 255, 255)", "rgb(21, 23, 27)"]);
    }
  }, 600_000);

  it(`asked nothing of any other address and complained of nothing (${verifies("page.loopback")})`, async () => {
    const { asked, complaints, page } = visitor;
    expect(complaints).toEqual([]);
    expect(asked.length).toBeGreaterThan(30);
    expect(asked.filter((address) => new URL(address).origin !== ready.url)).toEqual([]);
    await page.goto(`${ready.url}/${REPO}/issues/1`);
    expect(await page.locator("img").count()).toBe(0);
    expect(await page.content()).not.toContain(KEY);
  }, 600_000);

  const Answer = z.looseObject({ state: z.string() });
  /** A question of the API; with a body what it shall make. */
  async function github(path: string, body?: object) {
    const headers = { authorization: `Bearer ${ready.token}` };
    const sent = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
    const answer = await fetch(`${ready.url}/api/v3/repos/${REPO}/${path}`, { headers, ...sent });
    return Answer.parse(await answer.json());
  }
});
