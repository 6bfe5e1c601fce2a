/** What people do to a world, and how a test stops a phase in its middle. */
import { access, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { ACTIONS_BOT } from "../../src/domain/names.ts";
import type { CommentSnapshot, PullSnapshot } from "../../src/domain/snapshot.ts";
import type { GitHub } from "../../src/github/client.ts";
import type { Clock } from "../../src/local/contract.ts";
import type { Scenario, Turn } from "../../src/local/scripted-model/scenario.ts";
import { type ScriptedModel, startScriptedModel } from "../../src/local/scripted-model/server.ts";
import { REPOSITORY, type World } from "./world.ts";

/** Approves exactly the head that `pull` shows. */
export async function approve(github: GitHub, pull: PullSnapshot): Promise<void> {
  await github.rest("POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews", {
    pull_number: pull.number,
    commit_id: pull.head,
    event: "APPROVE",
    body: "Fine.",
  });
}

export async function addLabel(github: GitHub, number: number, name: string): Promise<void> {
  await github.rest("POST /repos/{owner}/{repo}/issues/{issue_number}/labels", {
    issue_number: number,
    labels: [name],
  });
}

export async function removeLabel(github: GitHub, number: number, name: string): Promise<void> {
  await github.rest("DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}", {
    issue_number: number,
    name,
  });
}

export async function closeIssue(github: GitHub, number: number): Promise<void> {
  await github.rest("PATCH /repos/{owner}/{repo}/issues/{issue_number}", {
    issue_number: number,
    state: "closed",
  });
}

/** Sends a dispatch as somebody who may: its payload is whatever the test wants. */
export async function dispatch(github: GitHub, eventType: string, payload: unknown): Promise<void> {
  await github.rest("POST /repos/{owner}/{repo}/dispatches", {
    event_type: eventType,
    client_payload: payload,
  });
}

/** From now on another scenario is played, by a model of its own. */
export async function play(world: World, scenario: Scenario): Promise<ScriptedModel> {
  const model = await startScriptedModel({ scenario });
  onTestFinished(() => model.close());
  world.local.forge.setVariable(REPOSITORY, "NIGHTSHIFT_BASE_URL", model.url);
  return model;
}

/** The system's time, and what was added to it. */
export function movableClock(): Clock & { add(milliseconds: number): void } {
  let ahead = 0;
  return {
    now: () => new Date(Date.now() + ahead),
    after(milliseconds, run) {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
    add(milliseconds) {
      ahead += milliseconds;
    },
  };
}

/** Waits until `look` answers something true. Throws after two minutes. */
export async function until<Answer>(
  what: string,
  look: () => Promise<Answer | undefined | false>,
): Promise<Answer> {
  const end = Date.now() + 120_000;
  for (;;) {
    const answer = await look();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`waited two minutes in vain for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Bodies of what we wrote, oldest first, without the hidden state. */
export function saidByUs(comments: readonly CommentSnapshot[]): string[] {
  return comments
    .filter((comment) => comment.author.login === ACTIONS_BOT)
    .map((comment) => comment.body.split("\n\n<!-- nightshift:state")[0] ?? "");
}

/** Everything in the hosted repository that a run could have written, but no log and no run. */
export async function traces(world: World): Promise<unknown> {
  const { requirements, pulls } = await world.look();
  return {
    refs: await world.git("for-each-ref"),
    requirements: requirements.map(({ open, labels, comments, features }) => ({
      open,
      labels: [...labels].sort(),
      said: saidByUs(comments),
      features: features.map((feature) => ({
        open: feature.open,
        labels: [...feature.labels].sort(),
        said: saidByUs(feature.comments),
      })),
    })),
    pulls: pulls.map(({ state, head, body, labels, comments, reviews, statuses }) => ({
      state,
      head,
      body,
      labels: [...labels].sort(),
      said: saidByUs(comments),
      reviews: reviews.filter((review) => review.author.login === ACTIONS_BOT).length,
      statuses: statuses.map(({ context, state: shown, description }) => [context, shown, description]),
    })),
  };
}

/** Places where a command stops until the test lets it go on. */
export interface Holds {
  /** Shell command that stops here while `name` is held. */
  command(name: string): string;
  /** The same as a turn of the model, which runs it with the tool bash. */
  turn(name: string): Turn;
  hold(name: string): Promise<void>;
  /** Resolves when a command has come to `name` and waits there. */
  reached(name: string): Promise<void>;
  release(name: string): Promise<void>;
}

export async function openHolds(): Promise<Holds> {
  const directory = await mkdtemp(join(tmpdir(), "nightshift-holds-"));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  const held = (name: string) => join(directory, `${name}.held`);
  const here = (name: string) => join(directory, `${name}.here`);
  const command = (name: string) =>
    `if [ -e ${held(name)} ]; then touch ${here(name)}; while [ -e ${held(name)} ]; do sleep 0.05; done; fi`;
  return {
    command,
    turn: (name) => ({
      calls: [{ name: "bash", input: { command: command(name), description: "wait" } }],
    }),
    hold: (name) => writeFile(held(name), ""),
    async reached(name) {
      await until(`${name} is reached`, () =>
        access(here(name)).then(
          () => true,
          () => false,
        ),
      );
    },
    async release(name) {
      await rm(held(name), { force: true });
      await rm(here(name), { force: true });
    },
  };
}
