/** What GitHub needs besides the files: settings, secret, variables, labels. `init` prints it. */
import { allLabels } from "../../domain/labels.ts";
import { keyNameOf, type Provider, parseModelName, providersOf } from "../../domain/provider.ts";
import { quote } from "../quote.ts";
import type { OwnWorkflow } from "./own-workflows.ts";

export interface Checklist {
  /** owner/name, when it is known. */
  repository: string | undefined;
  branch: string;
  toolkit: string;
  labelPrefix: string;
  workflows: readonly OwnWorkflow[];
  /** `provider:model` of every agent. */
  models: readonly string[];
}

export function renderChecklist(list: Checklist): string[] {
  const on = list.repository ? ` --repo ${list.repository}` : "";
  return [
    `Commit these files and bring them to ${list.branch}; nothing wakes before they are there.`,
    "",
    "Settings of the repository, Actions > General:",
    '  - Workflow permissions: switch on "Allow GitHub Actions to create and approve pull requests".',
    '    The default permissions can stay on "Read repository contents": every workflow names its own.',
    `  - Where only selected actions are allowed: allow ${list.toolkit}@*, actions/upload-artifact@* and actions/download-artifact@*.`,
    `  - Where ${list.toolkit} is private: let this repository use it, in that repository's settings (Actions > General > Access).`,
    "  - Rules of the branch must let GitHub Actions merge without reviews or a queue, for those Nightshift waits for a person.",
    "",
    "Secrets:",
    ...providersOf(list.models).map((provider) => {
      const name = keyNameOf(provider);
      return `  - ${name}, for ${modelsFrom(list.models, provider)}:  gh secret set ${name}${on}`;
    }),
    "",
    `Variables, all optional (gh variable set NAME --body VALUE${on}):`,
    "  - NIGHTSHIFT            off stops everything, at once",
    "  - NIGHTSHIFT_MODEL      provider:model of every agent, or several with commas, in place of .github/nightshift.yml",
    "  - NIGHTSHIFT_MAX_USD    most US dollars for a requirement; can only lower what .github/nightshift.yml allows",
    "  - NIGHTSHIFT_BASE_URL   another server that speaks the model provider's API, or provider=address for each",
    "  - NIGHTSHIFT_SANDBOX    required (default), no-exec: agents work without commands where these cannot be isolated, or off: commands of the model run unprotected in their job",
    "",
    `Labels. The issue form needs the first one, ${list.labelPrefix}; Nightshift makes the others when it first needs them:`,
    ...allLabels(list.labelPrefix).map(
      ({ name, color, description }) =>
        `  gh label create ${quote(name)} --color ${color} --description ${quote(description)}${on}`,
    ),
    ...notStarted(list),
  ];
}

function modelsFrom(models: readonly string[], provider: Provider): string {
  return models.filter((name) => parseModelName(name)?.provider === provider).join(" and ");
}

/** A merge by GITHUB_TOKEN starts no workflow (docs: triggering-a-workflow-from-a-workflow). */
function notStarted({ workflows, branch }: Checklist): string[] {
  const missed = workflows.filter(({ startsOnBasePush }) => startsOnBasePush);
  const broken = workflows.filter(({ problem }) => problem !== undefined);
  return [
    ...(missed.length === 0
      ? []
      : [
          "",
          `What Nightshift merges does not start these workflows on ${branch}, because GitHub starts nothing on pushes of its own token:`,
          ...missed.map(({ path, name }) => `  - ${path}${name === path ? "" : ` (${name})`}`),
          "  Where they matter, give them the trigger workflow_dispatch and name them in .github/nightshift.yml, as after_merge: { dispatch: [ci.yml] }.",
        ]),
    ...broken.map(({ path, problem }) => `note: ${path} could not be read and is left out: ${problem}`),
  ];
}
