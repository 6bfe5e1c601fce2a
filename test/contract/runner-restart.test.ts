import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { TriggerEvent } from "../../src/local/contract.ts";
import { openEventInbox } from "../../src/local/runner/event-inbox.ts";
import { startRunner, systemClock } from "../../src/local/runner/runner.ts";
import { createMemoryForge, PERSON, removeForge } from "../fixtures/runner/memory-forge.ts";

const REPOSITORY = "acme/app";
const WORKFLOW = `
on: { repository_dispatch: {} }
jobs:
  first: { runs-on: x, outputs: { o: "\${{ steps.s.outputs.o }}" }, steps: [{ id: s, run: echo o=kept >> $GITHUB_OUTPUT }] }
  hangs: { needs: first, runs-on: x, steps: [{ run: "echo hanging; exec sleep 60" }] }
  cleanup: { needs: [first, hangs], if: always(), runs-on: x, steps: [{ run: "echo \${{ needs.first.outputs.o }} \${{ needs.hangs.result }}" }] }
  after: { needs: hangs, runs-on: x, steps: [{ run: 'true' }] }
`;

test("a runner that was killed fails what it held, keeps what it finished, and goes on", async () => {
  const forge = createMemoryForge();
  forge.commit(REPOSITORY, { ".github/workflows/w.yml": WORKFLOW });
  const workDir = join(forge.root, "runner");
  const children: ChildProcess[] = [];
  const { deaf, kill } = deafAfterDeath(forge);
  const dead = startRunner({
    forge: deaf,
    workDir,
    schedules: false,
    spawn(file, args, options) {
      const child = spawn(file, args, options);
      children.push(child);
      return child;
    },
  });
  forge.emit({ name: "repository_dispatch", action: "go", repository: REPOSITORY });
  const jobNamed = (name: string) => forge.jobs(forge.runs()[0]?.id ?? 0).find((job) => job.name === name);
  await waitFor(() => /Z hanging/.test(forge.log(jobNamed("hangs")?.id ?? 0)));
  expect(jobNamed("hangs")?.status).toBe("in_progress");
  kill();

  const second = startRunner({ forge, workDir, schedules: false });
  await second.idle();
  const hanging = children.at(-1);
  await waitFor(() => hanging?.exitCode !== null || hanging?.signalCode !== null);
  expect(hanging?.signalCode).toBe("SIGKILL");
  expect(forge.runs()[0]?.conclusion).toBe("failure");
  expect(jobNamed("hangs")?.conclusion).toBe("failure");
  expect(jobNamed("hangs")?.annotations[0]?.message).toBe("The runner lost communication with the server");
  expect(forge.jobs(forge.runs()[0]?.id ?? 0).filter(({ name }) => name === "first")).toHaveLength(1);
  expect(forge.log(jobNamed("cleanup")?.id ?? 0)).toContain("echo kept failure");
  expect(jobNamed("after")?.conclusion).toBe("skipped");
  await second.stop();
  void dead;
  removeForge(forge);
});

test("what a killed job's always() steps would have uploaded is uploaded by the next process", async () => {
  const upload = (name: string, condition: string) =>
    `{ ${condition}uses: actions/upload-artifact@v7, with: { name: ${name}, path: "\${{ runner.temp }}/left" } }`;
  const forge = createMemoryForge();
  forge.commit(REPOSITORY, {
    ".github/workflows/w.yml": `
on: { repository_dispatch: {} }
jobs:
  lost:
    runs-on: x
    steps:
      - run: "mkdir $RUNNER_TEMP/left; echo work > $RUNNER_TEMP/left/work.txt; echo written; exec sleep 60"
      - ${upload("always", "if: always(), ")}
      - ${upload("only-success", "")}
  then: { needs: lost, if: always(), runs-on: x, steps: [{ uses: actions/download-artifact@v8, with: { name: always, path: got } }, { run: cat got/work.txt }] }
`,
  });
  const workDir = join(forge.root, "runner");
  const { deaf, kill } = deafAfterDeath(forge);
  const dead = startRunner({ forge: deaf, workDir, schedules: false });
  forge.emit({ name: "repository_dispatch", action: "go", repository: REPOSITORY });
  const jobNamed = (name: string) => forge.jobs(forge.runs()[0]?.id ?? 0).find((job) => job.name === name);
  await waitFor(() => /Z written/.test(forge.log(jobNamed("lost")?.id ?? 0)));
  kill();

  const second = startRunner({ forge, workDir, schedules: false });
  await second.idle();
  expect(forge.artifacts(forge.runs()[0]?.id ?? 0).map(({ name }) => name)).toEqual(["always"]);
  expect(jobNamed("lost")?.conclusion).toBe("failure");
  expect(forge.log(jobNamed("then")?.id ?? 0)).toContain("work");
  expect(jobNamed("then")?.conclusion).toBe("success");
  await second.stop();
  void dead;
  removeForge(forge);
});

test("stop leaves queued runs to the next process and ends what executes", async () => {
  const forge = createMemoryForge();
  forge.commit(REPOSITORY, {
    ".github/workflows/w.yml":
      "on: { repository_dispatch: {} }\njobs: { a: { runs-on: x, steps: [{ run: \"echo up; ${{ github.event.action == 'slow' && 'exec sleep 60' || 'true' }}\" }] } }",
  });
  const workDir = join(forge.root, "runner");
  const first = startRunner({ forge, workDir, schedules: false, maxConcurrentJobs: 1 });
  const runs = () => forge.runs().toReversed();
  const emit = (action: string) =>
    forge.emit({ name: "repository_dispatch", action, repository: REPOSITORY, payload: { action } });
  emit("slow");
  await waitFor(() => /Z up/.test(forge.log(forge.jobs(runs()[0]?.id ?? 0)[0]?.id ?? 0)));
  emit("quick");
  await waitFor(() => runs().length === 2);
  await first.stop();
  expect(runs().map(({ status, conclusion }) => [status, conclusion])).toEqual([
    ["completed", "cancelled"],
    ["queued", null],
  ]);
  const second = startRunner({ forge, workDir, schedules: false });
  await second.idle();
  expect(runs().map(({ conclusion }) => conclusion)).toEqual(["cancelled", "success"]);
  expect(forge.jobs(runs()[1]?.id ?? 0)).toHaveLength(1);
  await second.stop();
  removeForge(forge);
});

test("cron entries of the default branch fire on the injected clock", async () => {
  const forge = createMemoryForge();
  forge.commit(REPOSITORY, {
    ".github/workflows/w.yml":
      "on: { schedule: [{ cron: '7 * * * *' }] }\njobs: { a: { runs-on: x, steps: [{ run: \"echo '${{ github.event.schedule }}'\" }] } }",
  });
  let now = new Date("2026-01-05T10:00:00Z");
  const alarms = new Set<{ at: number; run: () => void }>();
  const clock = {
    now: () => now,
    after(milliseconds: number, run: () => void) {
      const alarm = { at: now.getTime() + milliseconds, run };
      alarms.add(alarm);
      return () => alarms.delete(alarm);
    },
  };
  const runner = startRunner({ forge, workDir: join(forge.root, "runner"), clock });
  await runner.idle();
  expect([...alarms].map(({ at }) => new Date(at).toISOString())).toEqual(["2026-01-05T10:07:00.000Z"]);
  now = new Date("2026-01-05T10:07:00Z");
  for (const alarm of [...alarms]) alarm.run();
  await waitFor(() => forge.runs().length === 1);
  await runner.idle();
  expect(forge.scheduled).toEqual([{ repository: REPOSITORY, cron: "7 * * * *" }]);
  expect(forge.runs()[0]?.conclusion).toBe("success");
  await runner.stop();
  removeForge(forge);
});

test("an event that was taken before a kill starts its run after it, once, also when the forge delivers it again", async () => {
  const forge = createMemoryForge();
  const sha = forge.commit(REPOSITORY, {
    ".github/workflows/w.yml":
      "on: { repository_dispatch: {} }\njobs: { a: { runs-on: x, steps: [{ run: 'true' }] } }",
  });
  const workDir = join(forge.root, "runner");
  const event: TriggerEvent = {
    id: "taken",
    name: "repository_dispatch",
    action: "go",
    repository: REPOSITORY,
    actor: PERSON,
    payload: {},
    ref: "refs/heads/main",
    sha,
    starts: "runs",
  };
  openEventInbox(workDir).put(event);
  const runner = startRunner({ forge, workDir, schedules: false });
  forge.emit(event);
  await runner.idle();
  expect(forge.runs().map(({ conclusion }) => conclusion)).toEqual(["success"]);
  expect(openEventInbox(workDir).leftOver()).toEqual([]);
  await runner.stop();
  removeForge(forge);
});

/** What a killed process can no longer do: from its `kill()` on, the forge ignores it. Where a repository lies is no answer of the forge. */
function deafAfterDeath(forge: ReturnType<typeof createMemoryForge>): {
  deaf: ReturnType<typeof createMemoryForge>;
  kill(): void;
} {
  let alive = true;
  const deaf = new Proxy(forge, {
    get(target, key, receiver) {
      const value: unknown = Reflect.get(target, key, receiver);
      if (alive || key === "gitDir" || typeof value !== "function") return value;
      return () => new Promise(() => undefined);
    },
  });
  return {
    deaf,
    kill() {
      alive = false;
    },
  };
}

async function waitFor(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => systemClock.after(10, () => resolve(undefined)));
}
