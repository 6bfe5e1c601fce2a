/** Tells people what needs them, once. Whatever goes wrong here is a warning: the loop never waits for a webhook. */
import { messageOf, NightshiftError } from "../../domain/errors.ts";
import { isWithin } from "../../domain/hours.ts";
import { dueNotices } from "../../domain/notices.ts";
import { requirementFactsOf } from "../../domain/requirement-facts.ts";
import type { RepositorySnapshot } from "../../domain/snapshot.ts";
import { type Performer, perform } from "../../github/perform.ts";
import { deliver, type Envelope, type Mailbox } from "../../ops/notify.ts";
import type { Job, RunFacts } from "../job.ts";
import { decidedIn, type Subject } from "./decide-all.ts";

export interface Telling {
  job: Job;
  facts: RunFacts;
  performer: Performer;
  snapshot: RepositorySnapshot;
  decisions: readonly Subject[];
  mailboxes: readonly Mailbox[];
  /** What must never be in a notice. */
  secrets: readonly string[];
}

/** A notice that no channel took is due again at the next look; in quiet hours nothing is sent, and nothing is forgotten. */
export async function tellPeople(telling: Telling): Promise<void> {
  const { job, facts, performer, snapshot, decisions, mailboxes } = telling;
  const { quiet, events } = snapshot.config.notifications;
  if (snapshot.config.mode === "observe" || (quiet !== undefined && isWithin(quiet, snapshot.at))) return;
  const requirements = snapshot.requirements.map((requirement) => requirementFactsOf(snapshot, requirement));
  const due = dueNotices(snapshot, decidedIn(decisions), requirements);
  for (const notice of due.filter(({ event }) => events.includes(event))) {
    const { kind, number } = notice.subject;
    const page = `${facts.serverUrl}/${facts.repository}/${kind === "pull request" ? "pull" : "issues"}/${number}`;
    const envelope = { notice, repository: facts.repository, page, at: snapshot.at };
    if (!(await sendTo(mailboxes, envelope, telling))) continue;
    try {
      await perform(performer, [notice.mark]);
    } catch (error) {
      job.warn(`#${number} may be told twice: ${messageOf(error)}`);
    }
  }
}

/** Whether at least one channel took it. */
async function sendTo(
  mailboxes: readonly Mailbox[],
  envelope: Envelope,
  { job, secrets }: Telling,
): Promise<boolean> {
  const sent = await Promise.all(
    mailboxes.map(async (mailbox) => {
      try {
        await deliver(mailbox, envelope, { fetch: job.fetch, secrets });
        return true;
      } catch (error) {
        job.warn(`#${envelope.notice.subject.number}: ${messageOf(error)}`);
        return false;
      }
    }),
  );
  return sent.some((one) => one);
}

/** The addresses of the inputs; empty ones are absent. Throws INPUT_INVALID for one that is not https. */
export function mailboxesOf(urls: Readonly<Record<Mailbox["channel"], string>>): Mailbox[] {
  return (["slack", "discord", "webhook"] as const).flatMap((channel): Mailbox[] => {
    const url = urls[channel].trim();
    if (url === "") return [];
    if (!/^https:\/\/\S+$|^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?(\/\S*)?$/.test(url))
      throw new NightshiftError(
        "INPUT_INVALID",
        `The address of the ${channel} webhook is no https address.`,
      );
    return [{ channel, url }];
  });
}
