import { describe, expect, test } from "vitest";
import { checkWorkflowFile, type UsesResolver } from "../../src/local/runner/check-workflow-file.ts";
import { actionFile, exists, type Job, readText, workflowFiles } from "./project-files.ts";

/** How the templates name the toolkit; `init` puts the real owner and commit there. */
const TOOLKIT = /^OWNER\/nightshift\/(.+)@0{40}$/;
const FORMS = /^(\$|\.)\/\S+$|^[\w.-]+\/[\w.-]+(\/[\w./-]+)?@[0-9a-f]{40}$/;
const BRAKE = "vars.NIGHTSHIFT != 'off'";

const files = workflowFiles();
const product = files.filter(({ kind }) => kind !== "ours");
const jobsOf = (list: typeof files) =>
  list.flatMap(({ path, content }) =>
    Object.entries(content.jobs).map(([name, job]) => ({ where: `${path} ${name}`, job })),
  );
const namesOf = (list: { where: string }[]) => list.map(({ where }) => where);

const textIfThere = (path: string) => (exists(path) ? readText(path) : undefined);
const onDisk: UsesResolver = {
  workflow: (uses) => textIfThere(TOOLKIT.exec(uses)?.[1] ?? uses.replace(/^[$.]\//, "")),
  action: (uses) => {
    const path = TOOLKIT.exec(uses)?.[1] ?? (uses.startsWith("$/") ? uses.slice(2) : undefined);
    return path === undefined ? undefined : textIfThere(`${path}/action.yml`);
  },
};

describe("every workflow file", () => {
  test("is found", () => {
    expect(files.map(({ path }) => path.replace(/^.*\//, "")).sort()).toEqual(
      expect.arrayContaining([
        "ci.yml",
        "code.yml",
        "merge.yml",
        "nightshift-code.yml",
        "nightshift-doorbell.yml",
        "nightshift-merge.yml",
        "nightshift-review.yml",
        "review.yml",
      ]),
    );
  });

  test.each(files.map((file) => [file.path, file] as const))(
    "%s would start: syntax, called workflows, grants, pins and inputs",
    async (_path, file) => {
      expect(await checkWorkflowFile(file.path, file.text, onDisk)).toEqual([]);
    },
  );

  test.each(files.map((file) => [file.path, file] as const))(
    "%s grants nothing by default and is small",
    (_path, { content, text }) => {
      expect(content.permissions).toEqual({});
      expect(text.length).toBeLessThan(100_000);
    },
  );

  test.each(files.map((file) => [file.path, file] as const))(
    "%s never runs untrusted code with secrets, and no text of an event in a script",
    (_path, { text, content }) => {
      expect(text).not.toMatch(/pull_request_target/);
      const scripts = Object.values(content.jobs).flatMap((job) =>
        (job.steps ?? []).flatMap((step) => step.run ?? []),
      );
      expect(scripts.filter((script) => script.includes("${{"))).toEqual([]);
    },
  );

  test("names what it uses in full: ours, or pinned to a commit", () => {
    const uses = jobsOf(files).flatMap(({ job }) => [
      job.uses,
      ...(job.steps ?? []).map((step) => step.uses),
    ]);
    expect(uses.filter((each) => each !== undefined && !FORMS.test(each))).toEqual([]);
    expect(uses.filter((each) => each !== undefined).length).toBeGreaterThan(20);
  });

  test("pins one action to one commit everywhere, and says its version", () => {
    const pins = new Map<string, Set<string>>();
    for (const { text } of files) {
      for (const [, action = "", sha = "", note = ""] of text.matchAll(
        /uses: ((?:actions|github)\/[\w/-]+)@(\S+)(.*)$/gm,
      )) {
        expect(note).toMatch(/ # v\d/);
        pins.set(action, (pins.get(action) ?? new Set()).add(sha));
      }
    }
    expect([...pins].filter(([, shas]) => shas.size > 1)).toEqual([]);
  });

  test("gives every job that runs steps a time limit", () => {
    expect(
      namesOf(
        jobsOf(files).filter(
          ({ job }) => job.steps && !(job["timeout-minutes"] && job["timeout-minutes"] <= 360),
        ),
      ),
    ).toEqual([]);
  });
});

describe("the checker itself", () => {
  test("sees a grant that the caller does not give", async () => {
    const file = files.find(({ path }) => path.endsWith("nightshift-code.yml"));
    const text = (file?.text ?? "").replace("      statuses: write\n", "");
    const mistakes = await checkWorkflowFile("w.yml", text, onDisk);
    expect(mistakes.map(({ message }) => message).join("\n")).toMatch(
      /'statuses: write', but is only allowed 'statuses: none'/,
    );
  });

  test("sees an input that an action does not have", async () => {
    const file = files.find(({ path }) => path.endsWith("nightshift-doorbell.yml"));
    const mistakes = await checkWorkflowFile(
      "w.yml",
      (file?.text ?? "").replace("phase: ring", "fase: ring"),
      onDisk,
    );
    expect(mistakes.map(({ rule }) => rule)).toEqual(["inputs", "inputs"]);
  });
});

describe("what a maintainer runs", () => {
  test("stops everywhere when the brake is pulled", () => {
    expect(namesOf(jobsOf(product).filter(({ job }) => !(job.if ?? "").includes(BRAKE)))).toEqual([]);
    const weak = jobsOf(product).filter(({ job }) =>
      (job.if ?? "").split("&&").every((part) => part.trim() !== BRAKE),
    );
    expect(namesOf(weak)).toEqual([]);
  });

  test("one run at a time per thing, and none is cancelled", () => {
    const callers = jobsOf(files.filter(({ kind }) => kind === "template"));
    expect(namesOf(callers.filter(({ job }) => job.concurrency?.["cancel-in-progress"] !== false))).toEqual(
      [],
    );
    expect(namesOf(callers.filter(({ job }) => job.concurrency?.group === undefined))).toEqual([]);
  });

  test("hands secrets on by name, never all of them", () => {
    expect(namesOf(jobsOf(files).filter(({ job }) => job.secrets === "inherit"))).toEqual([]);
  });

  test("never checks code out with an action of somebody else", () => {
    expect(product.filter(({ text }) => text.includes("actions/checkout")).map(({ path }) => path)).toEqual(
      [],
    );
  });

  test("hands each input of a called workflow on", () => {
    for (const { job } of jobsOf(files.filter(({ kind }) => kind === "template"))) {
      const path = TOOLKIT.exec(job.uses ?? "")?.[1];
      const called = files.find((file) => file.path === path);
      if (called === undefined) continue;
      const { on } = called.content;
      const call =
        typeof on === "object" && on !== null && "workflow_call" in on ? on.workflow_call : undefined;
      const inputs =
        typeof call === "object" && call !== null && "inputs" in call && typeof call.inputs === "object"
          ? Object.keys(call.inputs ?? {})
          : [];
      const given =
        "with" in job && typeof job.with === "object" && job.with !== null ? Object.keys(job.with) : [];
      expect(given.sort()).toEqual(inputs.sort());
    }
  });
});

describe("least privilege", () => {
  const secretIn = (job: Job) => /secrets\.\w+_api_key/.test(JSON.stringify(job));
  const writes = (job: Job) => Object.values(job.permissions ?? {}).includes("write");
  const jobs = jobsOf(files.filter(({ kind }) => kind === "reusable"));

  test("no job holds a model key and a token that writes", () => {
    expect(jobs.filter(({ job }) => secretIn(job)).length).toBeGreaterThan(0);
    expect(namesOf(jobs.filter(({ job }) => secretIn(job) && writes(job)))).toEqual([]);
  });

  test("the token is gone before the model or the repository's code runs", () => {
    for (const { where, job } of jobs) {
      for (const step of job.steps ?? []) {
        const phase = step.with?.phase;
        if (phase !== "agent" && phase !== "verify") continue;
        expect({ where, token: step.with?.github_token }).toEqual({ where, token: undefined });
      }
    }
  });

  test("the model key goes to the step of the model alone", () => {
    const holders = jobs.flatMap(({ job }) =>
      (job.steps ?? []).filter((step) => JSON.stringify(step).includes("_api_key")),
    );
    expect(holders.map((step) => step.with?.phase)).toEqual(holders.map(() => "agent"));
    expect(holders.length).toBe(2);
  });

  test("the repository manager has no model and no key", () => {
    for (const path of [
      ".github/workflows/merge.yml",
      "templates/.github/workflows/nightshift-merge.yml",
      "templates/.github/workflows/nightshift-doorbell.yml",
    ]) {
      expect(readText(path)).not.toMatch(/api_key/i);
    }
    expect(readText("templates/.github/workflows/nightshift-doorbell.yml")).not.toMatch(/secrets\./);
    const [tick] = jobsOf(files.filter(({ path }) => path === ".github/workflows/merge.yml"));
    const held = [...JSON.stringify(tick?.job).matchAll(/secrets\.(\w+)/g)].map(([, name]) => name);
    expect(held).toEqual(["slack_webhook", "discord_webhook", "webhook"]);
    expect(
      Object.keys(actionFile("merge").content.inputs).filter((input) => /key|secret/.test(input)),
    ).toEqual([]);
  });

  test("the doorbell may send one message and nothing else", () => {
    const [ring] = jobsOf(files.filter(({ path }) => path.endsWith("nightshift-doorbell.yml")));
    expect(ring?.job.permissions).toEqual({ contents: "write" });
    expect(ring?.job.steps).toHaveLength(1);
  });
});
