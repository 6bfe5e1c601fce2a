/** What an agent asked for beyond its rules, in words for people. */
import type { Escalation } from "../domain/policy.ts";
import { quiet } from "../domain/quiet.ts";

const SHOWN = 10;
const ANSWERS: Readonly<Record<Escalation["answer"], string>> = {
  denied: "not allowed",
  approved: "allowed by who was asked",
  widened: "run once more in a wider sandbox",
};

/** Markdown lines; none when nothing was asked. The text of a command is the model's and mentions nobody. */
export function escalationLines(escalations: readonly Escalation[]): string[] {
  if (escalations.length === 0) return [];
  const more = escalations.length - SHOWN;
  return [
    "**The agent asked for more than the policy gives**",
    "",
    ...escalations.slice(0, SHOWN).map(({ tool, what, why, answer }) => {
      const subject = what.replaceAll("`", "'").replace(/\s+/g, " ").slice(0, 200);
      return quiet(`- ${tool} \`${subject}\`: ${ANSWERS[answer]} (${why.replace(/\s+/g, " ")})`);
    }),
    ...(more > 0 ? [`- and ${more} more, in the transcript`] : []),
    "",
  ];
}
