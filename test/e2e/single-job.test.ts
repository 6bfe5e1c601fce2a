import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { LOCAL_TOOLKIT } from "../../src/cli/toolkit.ts";
import { costsOf } from "../../src/domain/money.ts";
import { openMarks } from "./marks.ts";
import { verifies } from "./requirements.ts";
import { tinyScenario } from "./tiny-scenario.ts";
import { openWorld, REPOSITORY, type World } from "./world.ts";

let world: World | undefined;
afterEach(async () => {
  await world?.close();
  world = undefined;
});

/** The template with one step in place of the reusable workflow. */
async function oneStep(agent: "code" | "review", accept: boolean): Promise<Record<string, string>> {
  const path = `.github/workflows/nightshift-${agent}.yml`;
  const template = await readFile(join(import.meta.dirname, "../../templates", path), "utf8");
  const [head = ""] = template.split(/^ {4}uses: /m);
  const step = `    runs-on: ubuntu-latest
    steps:
      - uses: ${LOCAL_TOOLKIT}/actions/${agent}@main
        with:
          phase: all
          github_token: \${{ github.token }}
          anthropic_api_key: \${{ secrets.ANTHROPIC_API_KEY }}
          base_url: \${{ vars.NIGHTSHIFT_BASE_URL }}
          sandbox: \${{ vars.NIGHTSHIFT_SANDBOX }}
${accept ? '          unsafe_single_job: "true"\n' : ""}      - if: always()
        uses: actions/upload-artifact@v7
        with:
          name: nightshift-outcome-\${{ github.run_attempt }}
          path: \${{ runner.temp }}/nightshift-all/agent/nightshift/outcome
          if-no-files-found: ignore
`;
  return { [path]: head + step };
}

test(`a requirement is built by workflows of one job each, after a public repository asked for it, and a killed agent is gone on with (${verifies("phases.all", "resume.next-run")})`, async () => {
  const marks = await openMarks();
  await marks.set("one");
  world = await openWorld({
    scenario: tinyScenario([{ key: "one" }], [marks.entry("one", "kill -9 $PPID; sleep 20")]),
    files: { ...(await oneStep("code", true)), ...(await oneStep("review", true)) },
  });
  const number = await world.require();
  await world.rest();
  expect((await world.requirement(number)).labels).not.toContain("nightshift:complete");
  await world.sweep();
  const requirement = await world.requirement(number);
  expect(requirement.labels).toContain("nightshift:complete");
  const paid = world.model.requests().filter(({ header }) => header?.mode === "implement");
  expect(paid).toHaveLength(4);
  const costs = costsOf(await world.look(), requirement).filter(({ mode }) => mode === "implement");
  expect(costs.map(({ turns }) => turns)).toEqual([2, 2]);
  expect(await world.git("show", "main:features/one.txt")).toBe("one: ok");
  const code = world.runs().filter(({ displayTitle }) => displayTitle.startsWith("code"));
  const jobs = code.flatMap(({ id }) => world?.local.forge.jobs(id) ?? []);
  expect(jobs.map(({ name }) => name)).toEqual(["code", "code", "code"]);
  expect(jobs.map(({ id }) => world?.local.forge.log(id)).join("")).toContain(
    "outside Nightshift's guarantee",
  );
});

test(`a public repository that did not ask for one job is refused (${verifies("phases.all")})`, async () => {
  world = await openWorld({
    scenario: tinyScenario([{ key: "one" }]),
    files: await oneStep("code", false),
  });
  await world.require();
  await world.rest();
  const [run] = world.runs().filter(({ displayTitle }) => displayTitle.startsWith("code"));
  expect(run?.conclusion).toBe("failure");
  const [job] = world.local.forge.jobs(run?.id ?? 0);
  expect(world.local.forge.log(job?.id ?? 0)).toContain("unsafe_single_job: true");
  expect(world.model.requests()).toEqual([]);
  expect(world.local.forge.gitDir(REPOSITORY)).toBeDefined();
});
