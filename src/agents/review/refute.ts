/** The second reader: with a fresh context it tries to refute each serious finding, with quotes that are looked up. */
import type { CompletionGate } from "../../agent/completion.ts";
import { anchorOf } from "../../domain/anchor.ts";
import { renderPortion } from "../../domain/coverage.ts";
import type { DiffFile } from "../../domain/diff.ts";
import { type Finding, type HeldFinding, isSerious, RefuteOutput } from "../../domain/finding.ts";
import { standsIn } from "../../domain/quote.ts";
import { type Bench, work } from "../agent-phase.ts";
import { createFence, type Fence, SAME } from "../fence.ts";
import { refuteBrief } from "./brief.ts";
import type { SourceText } from "./change.ts";
import { type Claimed, dropped, type Sorted } from "./checks.ts";
import { readerFor } from "./reader.ts";

/** Findings in one conversation. */
const AT_ONCE = 6;
const MOST_CODE = 6_000;

type Check = RefuteOutput["checks"][number];

export interface Questioned {
  findings: readonly Claimed[];
  files: readonly DiffFile[];
  source: SourceText;
  /** Number of the first conversation. */
  part: number;
}

export async function refuteFindings(bench: Bench, asked: Questioned): Promise<Sorted<HeldFinding>> {
  const sorted: Sorted<HeldFinding> = { kept: [], dropped: [] };
  const doubtful = asked.findings.filter(
    ({ finding, proof }) => isSerious(finding.severity) && proof === undefined,
  );
  const checks = new Map<Claimed, Check | undefined>();
  for (let at = 0; at < doubtful.length; at += AT_ONCE) {
    const batch = doubtful.slice(at, at + AT_ONCE);
    const answers = await ask(bench, asked, batch, asked.part + at / AT_ONCE);
    for (const [index, one] of batch.entries()) checks.set(one, answers.get(`F${index + 1}`));
  }
  for (const one of asked.findings) {
    const { finding, lenses, support, proof } = one;
    const hold = (check: HeldFinding["check"], said = "", changed: Partial<Finding> = {}) =>
      void sorted.kept.push({ ...finding, ...changed, lenses, support, check, proof: said.slice(0, 2_000) });
    if (proof !== undefined) hold("proved", proof);
    else if (!isSerious(finding.severity)) hold("small");
    else {
      const judged = await judge(checks.get(one), finding, asked.source);
      if (judged.what === "dropped") sorted.dropped.push(dropped(finding, judged.why));
      else if (judged.what === "uncertain") hold("uncertain", judged.why, { severity: "minor" });
      else hold(judged.what, judged.why);
    }
  }
  return sorted;
}

interface Judged {
  what: "confirmed" | "uncertain" | "unchecked" | "dropped";
  why: string;
}

/** Data loss and security are worth a person's look even when nobody is sure. */
const WORTH_A_LOOK = /secur|data|auth|privacy/i;

async function judge(check: Check | undefined, finding: Finding, source: SourceText): Promise<Judged> {
  if (check === undefined) return { what: "unchecked", why: "" };
  const { verdict, why, quotes } = check;
  if (verdict === "uncertain")
    return {
      what: WORTH_A_LOOK.test(finding.category) ? "uncertain" : "dropped",
      why: `Not certain: ${why}`,
    };
  const isReal = quotes.length > 0 && (await madeUp(quotes, source)).length === 0;
  if (verdict === "refuted")
    return isReal ? { what: "dropped", why: `Refuted: ${why}` } : { what: "unchecked", why: "" };
  return isReal
    ? { what: "confirmed", why }
    : { what: "dropped", why: "What confirmed it quotes code that does not stand there." };
}

/** Quotes that stand in no such file, before or after the change. */
async function madeUp(quotes: Check["quotes"], source: SourceText): Promise<string[]> {
  const wrong: string[] = [];
  for (const { path, quote } of quotes) {
    const texts = [await source("RIGHT", path), await source("LEFT", path)];
    if (!texts.some((text) => text !== undefined && standsIn(text, quote))) wrong.push(path);
  }
  return wrong;
}

/** Answers by id; none when the conversation came to no end: then a person has to look. */
async function ask(
  bench: Bench,
  { files, source }: Questioned,
  batch: readonly Claimed[],
  part: number,
): Promise<Map<string, Check>> {
  const { job, order, context } = bench;
  const findings = batch.map(({ finding }, at) => ({
    id: `F${at + 1}`,
    finding,
    code: around(finding, files),
  }));
  const brief = (fence: Fence) => refuteBrief({ order, context, findings, fence });
  const { result } = await work(bench, {
    definition: await readerFor(order, "refute"),
    header: { agent: "refute", mode: "refute", feature: order.feature?.key ?? "", round: order.round },
    brief: brief(createFence(job.id().slice(0, 8))),
    purpose: brief(createFence(SAME)),
    part,
    output: RefuteOutput,
    gates: [
      realQuotes(
        source,
        findings.map(({ id }) => id),
      ),
    ],
  });
  if (result.status !== "done") job.warn(`The findings could not be checked: ${result.message}`);
  return new Map((result.completion?.output?.checks ?? []).map((check) => [check.finding, check]));
}

/** The hunk that the finding stands in. */
function around(finding: Finding, files: readonly DiffFile[]): string {
  const anchor = anchorOf(finding, files);
  const file = files.find(({ path }) => path === finding.path);
  if (anchor.kind !== "line" || file === undefined) return "";
  const hunks = file.hunks.filter(({ id }) => id === anchor.hunk);
  return renderPortion({ files: [{ ...file, hunks }], characters: 0 }).slice(0, MOST_CODE);
}

/** Tells the second reader of a quote that stands nowhere and of a finding that it left out, so that it can look again; once. */
function realQuotes(source: SourceText, ids: readonly string[]): CompletionGate {
  let told = false;
  return async ({ completion }) => {
    const output = RefuteOutput.safeParse(completion.output);
    if (told || !output.success) return undefined;
    const missing = ids.filter((id) => !output.data.checks.some(({ finding }) => finding === id));
    const wrong = await madeUp(
      output.data.checks.flatMap(({ quotes }) => quotes),
      source,
    );
    const problems = [
      ...missing.map((id) => `${id} is not judged.`),
      ...wrong.map(
        (path) => `A quote does not stand in ${path}: copy whole lines exactly as they are there.`,
      ),
    ];
    told = problems.length > 0;
    return told ? problems.join("\n") : undefined;
  };
}
