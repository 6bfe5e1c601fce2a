/** The workflow runs of a repository, one of them with its logs, and the messages that started runs. */
import type { JobRecord, RunRecord } from "../../../local/contract.ts";
import { type Html, html, type Part } from "../html.ts";
import { type Frame, form, labels, live, state, text, time } from "./layout.ts";

/** Characters of a log that a page shows; the rest is the log's own page. */
const SHOWN = 60_000;

export function renderRuns(repository: string, runs: readonly RunRecord[]): Part {
  return live(
    "runs",
    runs.length === 0
      ? html`<p>No run yet.</p>`
      : html`<ul class="list">${runs.map(
          (run) =>
            html`<li>${state(run.conclusion ?? run.status)} <a href="/${repository}/actions/runs/${run.id}">${run.displayTitle}</a> <span class="soft">${run.name}, ${run.event}, ${run.actor.login}, ${time(run.createdAt)}</span></li>`,
        )}</ul>`,
  );
}

export interface RunView {
  run: RunRecord;
  jobs: readonly JobRecord[];
  /** By job. */
  logs: ReadonlyMap<number, string>;
  /** Why it could not start. */
  problems: readonly { file: string; line: number; message: string }[];
}

export function renderRun(frame: Frame, { run, jobs, logs, problems }: RunView): Part {
  const { repository, id } = run;
  return [
    live(
      "head",
      html`<p>${state(run.conclusion ?? run.status)} ${run.name} #${run.runNumber}, attempt ${run.runAttempt}, by ${run.event} of ${run.actor.login}, ${time(run.createdAt)}, at <code>${run.headSha.slice(0, 7)}</code></p>
${problems.map(({ file, line, message }) => html`<p class="notice">${file}:${line} ${message}</p>`)}`,
    ),
    live(
      "acts",
      html`<div class="row">${actsOn(run).map(([act, name]) =>
        form(frame, repository, { act, kind: "actions/runs", number: id }, html`<button>${name}</button>`),
      )}</div>`,
    ),
    live("jobs", html`<h2>Jobs</h2>${jobs.map(renderJob)}`),
    html`<h2>Logs</h2><div data-grow>${jobs.map((job) => renderLog(run, job, logs.get(job.id) ?? ""))}</div>`,
  ];
}

function actsOn({ status, conclusion }: RunRecord): readonly (readonly [act: string, name: string])[] {
  if (status !== "completed") return [["cancel-run", "Cancel"]];
  if (conclusion === "action_required") return [["approve-run", "Approve and run"]];
  return [
    ["rerun", "Run again"],
    ["rerun-failed", "Run failed jobs again"],
  ];
}

function renderJob({
  repository,
  id,
  name,
  status,
  conclusion,
  steps,
  annotations,
  summary,
}: JobRecord): Html {
  return html`<article><h3>${state(conclusion ?? status)} <a href="#log-${id}">${name}</a></h3>
<ol>${steps.map((step) => html`<li>${state(step.conclusion ?? step.status)} ${step.name}</li>`)}</ol>
${annotations.map(({ level, message, path }) => html`<p class="notice">${level}: ${path} ${message}</p>`)}
${summary !== "" && html`<details><summary>Summary</summary>${text(summary, repository)}</details>`}</article>`;
}

function renderLog({ repository, id: run }: RunRecord, { id, name }: JobRecord, log: string): Html {
  const cut = Math.max(0, log.length - SHOWN);
  return html`<section id="log-${id}" aria-label="Log of ${name}"><h3>${name}</h3>
${cut > 0 && html`<p><a href="/${repository}/actions/runs/${run}/job/${id}/log">The whole log</a>, ${log.length} characters; its end:</p>`}
<pre tabindex="0" role="group" aria-label="What ${name} said" data-job="${id}" data-length="${log.length}">${log.slice(cut)}</pre></section>`;
}

/** One message of the agents, by the run that it started. */
export interface SentMessage {
  at: string;
  run: number;
  type: string;
  from: string;
  to: string;
  /** What it is about, in the message's own words: `pull 4, head 1a2b3c4`. */
  about: string;
  hops: number;
  conversation: string;
  outcome: string;
}

export function renderMessages(repository: string, messages: readonly SentMessage[]): Part {
  return live(
    "messages",
    html`<p>Every message is a doorbell: it names what to look at, and decides nothing.</p>
<table><thead><tr>${["When", "From", "To", "Message", "About", "Hops", "Conversation", "Run"].map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${messages.map(
      (each) =>
        html`<tr><td>${time(each.at)}</td><td>${each.from}</td><td>${each.to}</td><td>${labels([each.type])}</td><td>${each.about}</td><td>${each.hops}</td><td><code>${each.conversation.slice(0, 8)}</code></td><td><a href="/${repository}/actions/runs/${each.run}">${state(each.outcome)}</a></td></tr>`,
    )}</tbody></table>`,
  );
}
