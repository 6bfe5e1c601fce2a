/** Opening an issue by an issue form: the form's YAML decides title, labels and how the answers read. */
import { parse } from "yaml";
import { readFileAt } from "../git/commits.ts";
import { branchHead, fullName, type Site } from "../site.ts";
import type { Issue, Repository } from "../store/records.ts";
import type { Acting } from "../viewer.ts";
import { emitIssue } from "./events.ts";
import { addAssignees, addLabelRows, checkBody, checkTitle, insertIssue } from "./issues.ts";
import { findLabel } from "./labels.ts";

export interface FormAnswers {
  /** File below `.github/ISSUE_TEMPLATE`, such as `requirement.yml`. */
  template: string;
  title?: string;
  /** By element id. A list ticks the checkboxes or chooses the options with these labels. */
  fields: { [id: string]: string | string[] };
}

interface Form {
  title: string;
  labels: string[];
  assignees: string[];
  body: FormElement[];
}

interface FormElement {
  type: string;
  id: string;
  label: string;
  render: string;
  value: string;
  options: string[];
  required: boolean;
}

const NO_ANSWER = "_No response_";

/** The labels of the form apply whoever opens it, provided that they exist. */
export async function openIssueFromForm(
  site: Site,
  viewer: Acting,
  repository: Repository,
  answers: FormAnswers,
): Promise<Issue> {
  const form = await readForm(site, repository, answers.template);
  const body = renderForm(form, answers, repository);
  const title = answers.title ?? form.title;
  checkTitle(title);
  checkBody("Issue", body);
  return site.store.transact(() => {
    const issue = insertIssue(site, viewer, repository, { title, body, isPull: false });
    emitIssue(site, viewer, repository, issue, "opened");
    const labels = form.labels
      .map((name) => findLabel(site, repository, name))
      .filter((label) => label !== undefined);
    addLabelRows(site, viewer, repository, issue.number, labels);
    return addAssignees(site, viewer, repository, issue.number, form.assignees);
  });
}

async function readForm(site: Site, repository: Repository, template: string): Promise<Form> {
  const path = `.github/ISSUE_TEMPLATE/${template}`;
  const head = branchHead(site, repository, repository.defaultBranch);
  const text = head ? await readFileAt(site.git(repository), head, path) : undefined;
  if (!text)
    throw new Error(`${fullName(repository)} has no issue form ${path} on ${repository.defaultBranch}.`);
  const document: unknown = parse(text.toString());
  const elements = property(document, "body");
  if (!Array.isArray(elements)) throw new Error(`${path} is not an issue form: it has no body list.`);
  return {
    title: textOf(property(document, "title")),
    labels: listOf(property(document, "labels")),
    assignees: listOf(property(document, "assignees")),
    body: elements.map(parseElement),
  };
}

function parseElement(element: unknown): FormElement {
  const attributes = property(element, "attributes");
  const options = property(attributes, "options");
  return {
    type: textOf(property(element, "type")),
    id: textOf(property(element, "id")),
    label: textOf(property(attributes, "label")),
    render: textOf(property(attributes, "render")),
    value: textOf(property(attributes, "value")),
    options: Array.isArray(options)
      ? options.map((option) => (typeof option === "string" ? option : textOf(property(option, "label"))))
      : [],
    required: property(property(element, "validations"), "required") === true,
  };
}

/** `### label`, an empty line, the value: what GitHub writes into the issue. */
function renderForm(form: Form, answers: FormAnswers, repository: Repository): string {
  const elements = form.body.filter((element) => element.type !== "markdown");
  const known = new Set(elements.map((element) => element.id));
  const unknown = Object.keys(answers.fields).find((id) => !known.has(id));
  if (unknown !== undefined)
    throw new Error(
      `The form ${answers.template} has no field "${unknown}". It has: ${[...known].join(", ")}.`,
    );
  return elements
    .map(
      (element) => `### ${element.label}\n\n${renderAnswer(element, answers.fields[element.id], repository)}`,
    )
    .join("\n\n");
}

function renderAnswer(
  element: FormElement,
  answer: string | string[] | undefined,
  repository: Repository,
): string {
  const chosen = typeof answer === "string" ? [answer] : (answer ?? []);
  if (element.type === "checkboxes") {
    return element.options.map((option) => `- [${chosen.includes(option) ? "X" : " "}] ${option}`).join("\n");
  }
  const text = answer === undefined ? element.value.trim() : chosen.join(", ").trim();
  if (text === "" && element.required && !repository.private)
    throw new Error(`The form's field "${element.label}" is required.`);
  if (text === "") return NO_ANSWER;
  return element.type === "textarea" && element.render !== ""
    ? `\`\`\`${element.render}\n${text}\n\`\`\``
    : text;
}

function property(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}

const textOf = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" ? String(value) : "";

function listOf(value: unknown): string[] {
  if (typeof value === "string")
    return value
      .split(",")
      .map((one) => one.trim())
      .filter((one) => one !== "");
  return Array.isArray(value) ? value.map(textOf) : [];
}
