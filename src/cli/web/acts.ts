/** What a person does with a form of the page: the same API calls as on GitHub, with the person's token, so that the same events follow. */
import { z } from "zod";
import { openRequirement } from "../../agents/requirement.ts";
import type { GitHub } from "../../github/client.ts";
import { checkRequirementText } from "../run/requirements-file.ts";
import { COMMANDS } from "./pages/talk.ts";

const number = z.coerce.number().int().positive();
const Talk = { kind: z.enum(["issues", "pull"]), number };
const OfRun = { kind: z.literal("actions/runs"), number };
const body = z.string().max(65_536);
const label = z.string().trim().min(1).max(50);

/** The fields of each form, without the proof. */
export const Act = z.discriminatedUnion("act", [
  z.object({ act: z.literal("open-requirement"), text: z.string() }),
  z.object({ act: z.literal("comment"), ...Talk, body: body.trim().min(1) }),
  z.object({ act: z.literal("command"), ...Talk, command: z.enum(COMMANDS) }),
  z.object({
    act: z.literal("review"),
    ...Talk,
    head: z.string().regex(/^[0-9a-f]{40}$/),
    event: z.enum(["APPROVE", "REQUEST_CHANGES"]),
    body,
  }),
  z.object({ act: z.literal("label"), ...Talk, label }),
  z.object({ act: z.literal("unlabel"), ...Talk, label }),
  z.object({ act: z.literal("close"), ...Talk }),
  z.object({ act: z.literal("reopen"), ...Talk }),
  z.object({ act: z.literal("cancel-run"), ...OfRun }),
  z.object({ act: z.literal("approve-run"), ...OfRun }),
  z.object({ act: z.literal("rerun"), ...OfRun }),
  z.object({ act: z.literal("rerun-failed"), ...OfRun }),
]);
export type Act = z.infer<typeof Act>;

const RUNS = {
  "cancel-run": "POST /repos/{owner}/{repo}/actions/runs/{run_id}/cancel",
  "approve-run": "POST /repos/{owner}/{repo}/actions/runs/{run_id}/approve",
  rerun: "POST /repos/{owner}/{repo}/actions/runs/{run_id}/rerun",
  "rerun-failed": "POST /repos/{owner}/{repo}/actions/runs/{run_id}/rerun-failed-jobs",
} as const;

/** Does it, and answers the page to show then, by its path below the repository. Throws NightshiftError. */
export async function perform(act: Act, github: GitHub, labelPrefix: () => Promise<string>): Promise<string> {
  const issue = "/repos/{owner}/{repo}/issues/{issue_number}";
  switch (act.act) {
    case "open-requirement": {
      const text = checkRequirementText(act.text.replaceAll("\r\n", "\n"));
      return `/issues/${await openRequirement(github, text, await labelPrefix())}`;
    }
    case "comment":
    case "command": {
      const said = act.act === "command" ? `/nightshift ${act.command}` : act.body.replaceAll("\r\n", "\n");
      await github.rest(`POST ${issue}/comments`, { issue_number: act.number, body: said });
      break;
    }
    case "review":
      await github.rest("POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews", {
        pull_number: act.number,
        commit_id: act.head,
        event: act.event,
        body: act.body.replaceAll("\r\n", "\n"),
      });
      break;
    case "label":
      await github.rest(`POST ${issue}/labels`, { issue_number: act.number, labels: [act.label] });
      break;
    case "unlabel":
      await github.rest(`DELETE ${issue}/labels/{name}`, { issue_number: act.number, name: act.label });
      break;
    case "close":
    case "reopen":
      await github.rest(`PATCH ${issue}`, {
        issue_number: act.number,
        state: act.act === "close" ? "closed" : "open",
      });
      break;
    default:
      await github.rest(RUNS[act.act], { run_id: act.number });
  }
  return `/${act.kind}/${act.number}`;
}
