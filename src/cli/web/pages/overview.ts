/** What stands where: the repositories, and of one of them the agents, the requirements and what waits for a person. */
import type { StatusReport } from "../../status/render.ts";
import { type Html, html, type Part } from "../html.ts";
import { type Frame, form, live, state } from "./layout.ts";

export interface AgentStanding {
  agent: "code" | "review" | "manager";
  /** `#4`; empty for the whole repository. */
  about: string;
  state: string;
  why: string;
}

/** What only a person can end. */
export interface Obstacle {
  text: string;
  person: boolean;
}

export interface Overview {
  status: StatusReport;
  agents: readonly AgentStanding[];
  obstacles: readonly Obstacle[];
  /** Runs at work now, by title. */
  atWork: readonly { id: number; title: string }[];
}

export interface RepositoryLine {
  repository: string;
  /** What is wrong when it cannot be read. */
  problem?: string;
  requirements: number;
  waiting: number;
}

export function renderHome(repositories: readonly RepositoryLine[]): Part {
  if (repositories.length === 0)
    return html`<p>No repository is hosted yet. Start again with <code>nightshift up --repo PATH</code>.</p>`;
  return live(
    "repositories",
    html`<ul>${repositories.map(
      ({ repository, problem, requirements, waiting }) =>
        html`<li><a href="/${repository}">${repository}</a>: ${problem ?? `${requirements} open requirements, ${waiting} wait for you`}</li>`,
    )}</ul>`,
  );
}

export function renderOverview(frame: Frame, { status, agents, obstacles, atWork }: Overview): Part {
  const { repository } = status;
  const people = obstacles.filter(({ person }) => person);
  return [
    live(
      "people",
      html`<h2>Waits for you</h2>${
        people.length === 0
          ? html`<p>Nothing.</p>`
          : html`<ul>${people.map(({ text }) => html`<li>${linked(repository, text)}</li>`)}</ul>`
      }`,
    ),
    live(
      "agents",
      html`<h2>Agents</h2>
<table><thead><tr><th scope="col">Agent</th><th scope="col">For</th><th scope="col">State</th><th scope="col">Why</th></tr></thead>
<tbody>${agents.map(
        (agent) =>
          html`<tr><td>${agent.agent}</td><td>${agent.about}</td><td>${state(agent.state)}</td><td>${agent.why}</td></tr>`,
      )}</tbody></table>
<p>${atWork.length === 0 ? "No run is at work." : "At work: "}${atWork.map(
        ({ id, title }) => html`<a href="/${repository}/actions/runs/${id}">${title}</a> `,
      )}</p>`,
    ),
    live("requirements", renderRequirements(status)),
    html`<h2>Open a requirement</h2>
${form(
  frame,
  repository,
  { act: "open-requirement" },
  html`<label for="requirement">What shall be built? The first line is the title.</label>
<textarea id="requirement" name="text" rows="8" required></textarea><button>Open the requirement</button>`,
)}`,
  ];
}

function renderRequirements({ repository, base, mode, requirements }: StatusReport): Html {
  return html`<h2>Requirements</h2><p>Features go to ${base}${mode === "merge" ? "" : `, mode ${mode}`}.</p>
${requirements.length === 0 && html`<p>None yet.</p>`}
${requirements.map(
  (
    each,
  ) => html`<article><h3><a href="/${repository}/issues/${each.number}">#${each.number} ${each.title}</a> ${state(each.state)}</h3>
<p>${each.why}${each.usd > 0 && ` It took ${each.usd.toFixed(2)} US dollars so far.`}</p>
<ul>${each.features.map(
    ({ number, title, state: of, why, pull }) =>
      html`<li>${number === null ? title : html`<a href="/${repository}/issues/${number}">#${number} ${title}</a>`} ${state(of)} ${why}${
        pull !== null &&
        html`<br><a href="/${repository}/pull/${pull.number}">pull request #${pull.number}</a> ${state(pull.state)} ${pull.why !== why && pull.why}`
      }</li>`,
  )}</ul></article>`,
)}`;
}

/** `#4` in our own sentences leads to the issue or pull request. */
function linked(repository: string, text: string): Part {
  return text.split(/(#\d{1,9})/).map((part, at) => {
    if (at % 2 === 0) return part;
    const before = text.split(/(#\d{1,9})/)[at - 1] ?? "";
    const kind = /pull request $/.test(before) ? "pull" : "issues";
    return html`<a href="/${repository}/${kind}/${part.slice(1)}">${part}</a>`;
  });
}
