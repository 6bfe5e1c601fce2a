/** What happens to the base after a merge: watched, taken back, undone. */
import { createServer } from "node:http";
import { afterEach, describe, expect, onTestFinished, test } from "vitest";
import { saidByUs } from "./acts.ts";
import { verifies } from "./requirements.ts";
import { tinyScenario } from "./tiny-scenario.ts";
import { CHECK, openWorld, type World } from "./world.ts";

const LIMIT = 600_000;
const MERGE = /^PUT \/api\/v3\/repos\/acme\/app\/pulls\/\d+\/merge$/;
/** Green on the base as it was, and red with the feature: what two changes do that are fine each by itself. */
const STRICT = `${CHECK.trimEnd().replace("exit $status", "")}
[ ! -e features/one.txt ] || { echo "one.txt is in the way here"; exit 1; }
exit $status
`;

const DEPLOY = `on: workflow_dispatch
permissions: {}
jobs:
  deploy:
    runs-on: ubuntu-latest
    steps:
      - run: echo deployed
`;

let world: World | undefined;
afterEach(async () => {
  await world?.close();
  world = undefined;
});

/** A webhook on the loopback interface, and what it was sent. */
async function openHook(): Promise<{ url: string; heard: unknown[] }> {
  const heard: unknown[] = [];
  const server = createServer((request, response) => {
    let text = "";
    request.on("data", (chunk: Buffer) => {
      text += chunk.toString("utf8");
    });
    request.on("end", () => {
      heard.push(JSON.parse(text));
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("it listens on a port");
  return { url: `http://127.0.0.1:${address.port}/s3cr3t`, heard };
}

async function subjects({ git }: World): Promise<string[]> {
  return (await git("log", "--format=%s", "main")).split("\n");
}

describe("after a merge", () => {
  test(
    `a merge that breaks the base is taken back and built anew (${verifies("after.red")})`,
    async () => {
      let merges = 0;
      world = await openWorld({
        config: "verify:\n  - sh check.sh\napproval:\n  first_pull: false\nauto_revert: true\n",
        scenario: tinyScenario([{ key: "one" }]),
        async intercept({ method, path }, { push }) {
          if (!MERGE.test(`${method} ${path}`)) return undefined;
          merges += 1;
          if (merges === 1) await push({ "check.sh": STRICT });
          if (merges === 2) await push({ "check.sh": CHECK });
          return undefined;
        },
      });
      const number = await world.require();
      await world.rest();

      expect(await subjects(world)).toEqual([
        expect.stringMatching(/^Add file one \(#\d+\)$/),
        expect.stringMatching(/^Revert: Add file one \(#\d+\) \(#\d+\)$/),
        "By hand",
        expect.stringMatching(/^Add file one \(#\d+\)$/),
        "By hand",
        "Start",
      ]);
      const requirement = await world.requirement(number);
      expect({
        open: requirement.open,
        complete: requirement.labels.includes("nightshift:complete"),
      }).toEqual({
        open: false,
        complete: true,
      });
      const { pulls } = await world.look();
      const revert = pulls.find((pull) => pull.revert !== undefined);
      expect(revert).toMatchObject({ state: "merged", revert: { why: "red", pulls: [pulls[0]?.number] } });
      expect(revert?.statuses.find(({ context }) => context === "nightshift/verify")?.state).toBe("success");
      expect(saidByUs(requirement.comments)).toContainEqual(
        expect.stringMatching(/^\*\*Red on the base\.\*\*[\s\S]*one\.txt is in the way here/),
      );
      const verifications = world.runs().filter(({ displayTitle }) => displayTitle.startsWith("verify"));
      expect(verifications).toHaveLength(3);
      const rebuilt = world.model.requests().map((request) => JSON.stringify(request));
      expect(rebuilt.filter((text) => text.includes("broke the base, and was taken back"))).not.toEqual([]);
    },
    LIMIT,
  );

  test(
    `undo takes every commit of a requirement back, and nothing else; webhooks are told once; each merge starts the workflows that it would not (${verifies("after.undo", "after.dispatch", "notify.once")})`,
    async () => {
      const hook = await openHook();
      const dead = "http://127.0.0.1:9/s3cr3t-and-dead";
      world = await openWorld({
        config:
          "verify:\n  - sh check.sh\napproval:\n  first_pull: false\nafter_merge:\n  dispatch: [deploy.yml]\n",
        files: {
          ".github/workflows/deploy.yml": DEPLOY,
          ".github/workflows/ci.yml": DEPLOY.replace("workflow_dispatch", "{ push: { branches: [main] } }"),
        },
        scenario: tinyScenario([{ key: "one" }, { key: "two", after: ["one"] }]),
        settings: () => ({ secrets: { NIGHTSHIFT_WEBHOOK: hook.url, NIGHTSHIFT_SLACK_WEBHOOK: dead } }),
      });
      const number = await world.require();
      await world.rest();
      expect(hook.heard).toMatchObject([
        { event: "complete", subject: { kind: "requirement", number }, text: "Done. 2 features are merged." },
      ]);
      await world.push({ "NOTES.md": "notes\n" });
      await world.comment(number, "/nightshift undo", world.mallory);
      await world.rest();
      expect((await world.look()).pulls.filter(({ state }) => state === "open")).toEqual([]);

      await world.comment(number, "/nightshift undo");
      await world.rest();
      const revert = await world.openPull();
      expect(revert.title).toBe("Undo: two small files");
      expect(revert.revert).toMatchObject({ why: "undo", requirement: number });
      expect(revert.statuses.find(({ context }) => context === "nightshift/verify")).toMatchObject({
        state: "success",
        description: `passed on ${await world.git("rev-parse", "main")}: 1 command`,
      });
      expect((await world.requirement(number)).labels).toContain("nightshift:paused");
      const before = world.writes();
      await world.sweep();
      expect(world.writes()).toBe(before);

      await world.ada.rest("PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge", {
        pull_number: revert.number,
        sha: revert.head,
        merge_method: "squash",
      });
      await world.rest();
      expect((await world.git("ls-tree", "--name-only", "-r", "main")).split("\n")).toEqual(
        expect.not.arrayContaining(["features/one.txt", "features/two.txt"]),
      );
      expect(await world.git("show", "main:NOTES.md")).toBe("notes");
      const told = (await world.look()).pulls.map(({ comments }) =>
        saidByUs(comments).filter((body) => body.startsWith("**Not started by this merge:**")),
      );
      expect(told.flat()).toEqual([expect.stringMatching(/^\S+ started by this merge:\*\* `ci\.yml`\. /)]);
      const landed = (await world.look()).pulls.flatMap((pull) => (pull.block && pull.landed) ?? []);
      const deployed = world.runs().filter(({ path }) => path.endsWith("/deploy.yml"));
      expect(deployed.map(({ headSha, event }) => [headSha, event]).toSorted()).toEqual(
        landed.map(({ sha }) => [sha, "workflow_dispatch"]).toSorted(),
      );
      expect(
        landed.map(({ sha, statuses }) => [
          sha,
          statuses.find(({ context }) => context === "nightshift/base/deploy.yml")?.description,
        ]),
      ).toEqual(
        landed.map(({ sha }) => [sha, `run ${deployed.find(({ headSha }) => headSha === sha)?.id} passed`]),
      );
      const undone = await world.requirement(number);
      expect({
        open: undone.open,
        features: undone.features.map(({ open, labels }) => [open, labels]),
      }).toEqual({
        open: true,
        features: [
          [true, ["nightshift:queued"]],
          [true, ["nightshift:queued"]],
        ],
      });
      expect(saidByUs(undone.comments).at(-1)).toMatch(/^\*\*Undone\*\* by #\d+\./);
      expect(hook.heard).toHaveLength(1);
      const { forge } = world.local;
      const logs = world.runs().flatMap((run) => forge.jobs(run.id).map((job) => forge.log(job.id)));
      expect(logs.join("\n")).toContain("slack could not be reached");
      expect(logs.filter((log) => log.includes("s3cr3t"))).toEqual([]);
    },
    LIMIT,
  );
});
