/** Each guard is taken away once, at the seam between a job and GitHub: what it guards must then be seen to break. */
import { describe, expect, test } from "vitest";
import { connectAsPerson } from "../../src/cli/api.ts";
import { HOP_LIMIT } from "../../src/domain/message.ts";
import type { Plans } from "./models.ts";
import { playOut, standing } from "./scenario.ts";
import { MAINTAINER, openWorld, REPOSITORY, type Seams, type World, type WorldOptions } from "./world.ts";

const ONE: Plans = new Map([["greeting", [{ key: "greet" }]]]);
const TWO: Plans = new Map([["greeting", [{ key: "greet" }, { key: "part" }]]]);

interface Control {
  guard: string;
  /** The disturbance that the guard is there for. */
  options: () => Partial<WorldOptions>;
  disturb?: (world: () => World) => Seams;
  /** What takes the guard away. */
  without: Seams;
  /** What then does not hold. */
  broken: RegExp;
}

/** A person pushes to the feature's branch, right before the `nth` call whose name begins like this. */
function pushBefore(world: () => World, name: string, nth: number): Seams {
  let seen = 0;
  return {
    async before({ what }) {
      if (!what.startsWith(name)) return;
      seen += 1;
      if (seen !== nth) return;
      const branch = "nightshift/1-greet";
      const files = { "by-hand.txt": { content: "mine\n" } };
      world().watch.human.push(
        await world().forge.commitFiles(REPOSITORY, branch, files, "By hand", MAINTAINER),
      );
    },
  };
}

const CONTROLS: Control[] = [
  {
    guard: "the head that a merge names",
    options: () => ({}),
    disturb: (world) => pushBefore(world, "PUT /repos/acme/app/pulls/2/merge", 1),
    without: {
      request: ({ what }, body) => {
        if (!what.endsWith("/merge")) return body;
        const { sha: _, ...rest } = JSON.parse(body);
        return JSON.stringify(rest);
      },
    },
    broken: /which the review did not approve/,
  },
  {
    guard: "the marker by which what was begun is found again",
    options: () => ({ plans: TWO, fault: onFirst("POST /repos/acme/app/issues", "crash-after") }),
    without: { answer: ({ what }, text) => (what === "GET /repos/acme/app/issues" ? "[]" : text) },
    broken: /two issues are called/,
  },
  {
    guard: "the lease of a push",
    options: () => ({}),
    disturb: (world) => pushBefore(world, "push nightshift/1-greet", 2),
    without: { forced: true },
    broken: /of a person is lost/,
  },
  {
    guard: "looking whether a push with an unclear answer arrived",
    options: () => ({ fault: onFirst("push nightshift/1-greet", "500-after") }),
    without: { blind: true },
    broken: /requirement #1 is open/,
  },
];

/** A fault at the first call of that name. */
function onFirst(
  name: string,
  fault: "crash-after" | "500-after" | "lost-message",
): NonNullable<WorldOptions["fault"]> {
  let done = false;
  return ({ what }) => {
    if (done || what !== name) return undefined;
    done = true;
    return fault;
  };
}

async function violationsOf({ options, disturb }: Control, seams: Seams): Promise<string[]> {
  let world: World | undefined;
  const opened = () => {
    if (world === undefined) throw new Error("the world is not open yet");
    return world;
  };
  world = await openWorld({ plans: ONE, ...options(), seams: { ...disturb?.(opened), ...seams } });
  try {
    const number = await world.require("greeting");
    const { violations, snapshot } = await playOut(world);
    return [...violations, (await standing(world, snapshot, number)).problem ?? ""].filter(
      (one) => one !== "",
    );
  } finally {
    await world.close();
  }
}

describe("a guard that is taken away is missed", () => {
  test.each(CONTROLS)("$guard", async (control) => {
    expect((await violationsOf(control, control.without)).join("\n")).toMatch(control.broken);
  });

  test("the alarm: without the clock a lost message is never made good, with it it is", async () => {
    const fault = onFirst("POST /repos/acme/app/dispatches", "lost-message");
    const world = await openWorld({ plans: ONE, fault });
    try {
      const number = await world.require("greeting");
      await world.stage.settle();
      expect((await standing(world, await world.look(), number)).problem).toContain("is open");
      const { violations, snapshot } = await playOut(world);
      expect([violations, (await standing(world, snapshot, number)).problem]).toEqual([[], undefined]);
    } finally {
      await world.close();
    }
  });

  test.each([
    ["as GitHub says it", false],
    ["as if everybody might", true],
  ])("who may approve, %s", async (_, everybody) => {
    const answer: Seams["answer"] = ({ what }, text) =>
      everybody && what.endsWith("/permission") ? text.replaceAll('"read"', '"admin"') : text;
    const world = await openWorld({
      plans: ONE,
      config: "verify:\n  - sh check.sh\n",
      seams: { answer },
    });
    try {
      await world.require("greeting");
      await world.stage.settle();
      world.forge.createUser("mallory");
      const mallory = connectAsPerson({
        apiUrl: world.forge.apiUrl,
        repository: REPOSITORY,
        token: world.forge.createPersonToken("mallory"),
      });
      const [pull] = (await world.look()).pulls;
      await mallory.rest("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", {
        issue_number: pull?.number,
        body: `/nightshift approve ${pull?.head}`,
      });
      await playOut(world);
      expect((await world.look()).pulls.map(({ state }) => state)).toEqual([everybody ? "merged" : "open"]);
    } finally {
      await world.close();
    }
  });
});

/** The base moves before every look of the manager, so often that whoever follows each move never comes to an end. */
function restlessBase(world: () => World): Seams {
  const looked = new Set<number>();
  return {
    async before({ phase, what, run }) {
      if (phase !== "merge tick" || !what.startsWith("query Observe") || looked.has(run)) return;
      const pulls = world().calls.filter(
        (call) => call.what.startsWith("POST") && call.what.endsWith("/pulls"),
      );
      if (pulls.length === 0 || looked.size >= MOVES) return;
      looked.add(run);
      const files = { "moved.txt": { content: `${looked.size}\n` } };
      await world().forge.commitFiles(REPOSITORY, "main", files, "Move on", MAINTAINER);
    },
  };
}

/** Each move costs two messages: more of them than a conversation may have. */
const MOVES = HOP_LIMIT / 2 + 6;

test.each([
  ["in place: a person is told that it is a loop", true],
  ["taken away: it goes on for as long as the base moves", false],
])("the hop limit %s", async (_, inPlace) => {
  const world: World = await openWorld({
    plans: ONE,
    seams: {
      ...restlessBase(() => world),
      request: ({ what }, body) =>
        inPlace || !what.endsWith("/dispatches") ? body : body.replace(/"hops":\d+/, '"hops":0'),
    },
  });
  try {
    await world.require("greeting");
    await world.stage.settle();
    const asked = world.calls.filter(({ what }) => what.endsWith("/dispatches")).length;
    const [pull] = (await world.look()).pulls;
    const told = pull?.comments.some(({ body }) => body.includes("followed one another without an end"));
    expect({ told, state: pull?.state, within: asked <= HOP_LIMIT + 5 }).toEqual({
      told: inPlace,
      state: inPlace ? "open" : "merged",
      within: inPlace,
    });
    if (!inPlace) return;
    expect(pull?.labels).toContain("nightshift:needs-human");
    expect((await playOut(world)).violations).toEqual([]);
  } finally {
    await world.close();
  }
});

describe("what the guards are there for, with all of them in place", () => {
  test.each(CONTROLS)("$guard", async (control) => {
    expect(await violationsOf(control, {})).toEqual([]);
  });
});
