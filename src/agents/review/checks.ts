/** What the host checks of reported findings by itself: the quoted code stands there, and what is said to fail is run. */
import { fileOf } from "../../domain/anchor.ts";
import type { DiffFile } from "../../domain/diff.ts";
import { messageOf } from "../../domain/errors.ts";
import type { DroppedFinding, Finding } from "../../domain/finding.ts";
import type { MergedFinding, Reported } from "../../domain/merge-findings.ts";
import type { CommandResult } from "../../domain/outcome.ts";
import { standsIn } from "../../domain/quote.ts";
import type { Bench } from "../agent-phase.ts";
import { runCommands } from "../run-commands.ts";
import type { SourceText } from "./change.ts";

export interface Sorted<Kept> {
  kept: Kept[];
  dropped: DroppedFinding[];
}

export function dropped({ path, title }: Finding, why: string): DroppedFinding {
  return { path, title, why: why.slice(0, 800) };
}

/** A finding whose quote stands in no such file is made up, whatever else it says. */
export async function dropMadeUp(
  reported: readonly Reported[],
  files: readonly DiffFile[],
  source: SourceText,
): Promise<Sorted<Reported>> {
  const sorted: Sorted<Reported> = { kept: [], dropped: [] };
  for (const report of reported) {
    const { finding } = report;
    const { path, side, quote } = finding;
    const file = fileOf(finding, files);
    const text = await source(side, side === "LEFT" ? (file?.oldPath ?? path) : path);
    if (text !== undefined && standsIn(text, quote)) sorted.kept.push(report);
    else sorted.dropped.push(dropped(finding, "The code that it quotes does not stand there."));
  }
  return sorted;
}

export type Claimed = MergedFinding & { proof: string | undefined };

/** "It does not compile" and "a test fails" are no opinions: the verify commands are run, once, and say it. */
export async function settleClaims(
  bench: Bench,
  findings: readonly MergedFinding[],
): Promise<Sorted<Claimed>> {
  const claims = findings.filter(({ finding }) => finding.claim !== "behaviour");
  const plain = (list: readonly MergedFinding[]) => list.map((one) => ({ ...one, proof: undefined }));
  if (claims.length === 0 || bench.commands.verify.length === 0)
    return { kept: plain(findings), dropped: [] };
  const results = await runVerify(bench);
  if (results === undefined) return { kept: plain(findings), dropped: [] };
  const failed = results.find(({ exitCode }) => exitCode !== 0);
  if (failed === undefined) {
    const others = findings.filter((one) => !claims.includes(one));
    const why = "It says that the code does not build or a test fails, and all verify commands pass.";
    return { kept: plain(others), dropped: claims.map(({ finding }) => dropped(finding, why)) };
  }
  const proof = `\`${failed.command}\` ends with ${failed.exitCode ?? "a timeout"}:\n${failed.tail.slice(-600)}`;
  return {
    kept: findings.map((one) => ({ ...one, proof: claims.includes(one) ? proof : undefined })),
    dropped: [],
  };
}

/** Undefined where no command may run here. */
async function runVerify({
  job,
  context,
  commands,
  openSandbox,
}: Bench): Promise<CommandResult[] | undefined> {
  const sandbox = await openSandbox();
  try {
    if (sandbox.tier === "no-exec") return undefined;
    const options = { minutes: context.verifyMinutes, egress: false, now: job.now, log: job.log };
    return await runCommands(sandbox, commands.verify, options);
  } catch (error) {
    job.warn(`The verify commands could not run: ${messageOf(error)}`);
    return undefined;
  } finally {
    await sandbox.close();
  }
}
