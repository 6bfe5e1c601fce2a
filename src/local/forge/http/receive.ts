/** Taking a push: GitHub's refusals before anything moves, then `git receive-pack`, then what everyone is told. */
import { createReadStream, createWriteStream } from "node:fs";
import { open, rm } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { runGitOn } from "../git/run.ts";
import { differenceOf, refsChanged, touchedWorkflow, workflowRefusal } from "../operations/refs.ts";
import { undertake } from "../operations/undertakings.ts";
import { repoPage } from "../rest/serialize/basics.ts";
import { appliedRules, type Violation } from "../rules/applied.ts";
import { pushViolations } from "../rules/push-violations.ts";
import type { Site } from "../site.ts";
import type { Repository } from "../store/records.ts";
import { type Acting, mayChangeWorkflows } from "../viewer.ts";
import { type PushCommand, type PushRequest, parsePush, type Refusal, refusalReport } from "./push-report.ts";

let spools = 0;

/** Takes the pack first and the repository's turn then, so that a slow client stops nobody. `exchange` runs receive-pack on it. */
export async function receivePush(
  site: Site,
  viewer: Acting,
  repository: Repository,
  body: NodeJS.ReadableStream,
  response: ServerResponse,
  exchange: (spool: NodeJS.ReadableStream) => Promise<void>,
): Promise<void> {
  spools += 1;
  const spool = join(site.dataDir, "tmp", `push-${process.pid}-${spools}`);
  const git = site.git(repository);
  try {
    await pipeline(body, createWriteStream(spool));
    const push = parsePush(await beginningOf(spool));
    await git.exclusive(async () => {
      const refusals = await refusalsOf(site, viewer, repository, push, spool);
      if (refusals.length > 0) {
        response.writeHead(200, { "content-type": "application/x-git-receive-pack-result" });
        response.write(refusalReport(push, refusals));
        return;
      }
      await undertake(site, viewer, repository, async () => {
        const before = new Map(git.refs);
        await exchange(createReadStream(spool));
        await git.refreshRefs();
        await refsChanged(site, viewer, repository, differenceOf(before, git.refs));
        await site.settled();
      });
    });
    response.end();
  } finally {
    await rm(spool, { force: true });
  }
}

/** Long enough for some thousand commands. */
const COMMANDS_BYTES = 1024 * 1024;

async function beginningOf(spool: string): Promise<Buffer> {
  const file = await open(spool);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(COMMANDS_BYTES), 0, COMMANDS_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Needs the pushed objects, so it unpacks them first; objects that nothing points at hurt nobody. */
async function refusalsOf(
  site: Site,
  viewer: Acting,
  repository: Repository,
  push: PushRequest,
  spool: string,
): Promise<Refusal[]> {
  const branches = push.commands.filter((command) => command.ref.startsWith("refs/heads/"));
  const ruled = branches.some(
    ({ ref }) => appliedRules(site, repository, ref.slice("refs/heads/".length)).length > 0,
  );
  const guarded = !mayChangeWorkflows(viewer, repository);
  if (!ruled && !guarded) return [];
  await unpack(site, repository, push, spool);
  const refusals: Refusal[] = [];
  for (const command of push.commands) {
    const workflow =
      guarded && command.after
        ? await touchedWorkflow(site, repository, command.after, command.before)
        : undefined;
    if (workflow !== undefined) {
      refusals.push({ ref: command.ref, reason: workflowRefusal(workflow), text: "" });
      continue;
    }
    const violations = await pushViolations(site, viewer, repository, command);
    if (violations.length > 0) refusals.push(refusalOf(site, repository, command, violations));
  }
  return refusals;
}

async function unpack(site: Site, repository: Repository, push: PushRequest, spool: string): Promise<void> {
  if (!push.commands.some((command) => command.after)) return;
  await runGitOn(
    site.git(repository).directory,
    ["index-pack", "--stdin", "--fix-thin"],
    createReadStream(spool, { start: push.packAt }),
  );
}

/** GH013 for rulesets, GH006 for classic protection, as git shows them. */
function refusalOf(
  site: Site,
  repository: Repository,
  { ref }: PushCommand,
  violations: readonly Violation[],
): Refusal {
  const ruled = violations.filter((one) => one.source === "ruleset");
  if (ruled.length === 0) {
    const lines = violations.map((one) => `error: ${one.message}\n`).join("");
    return {
      ref,
      reason: "protected branch hook declined",
      text: `error: GH006: Protected branch update failed for ${ref}.\n${lines}`,
    };
  }
  const page = `${repoPage(site, repository)}/rules?ref=${encodeURIComponent(ref)}`;
  return {
    ref,
    reason: "push declined due to repository rule violations",
    text: `error: GH013: Repository rule violations found for ${ref}.\nReview all repository rules at ${page}\n\n${ruled
      .map((one) => `- ${one.message}\n\n`)
      .join("")}`,
  };
}
