/** Notices to Slack, Discord and any other webhook. The addresses are secrets: they are never part of an error or a log. */
import { createHash } from "node:crypto";
import type { Notice } from "../domain/notices.ts";
import { createRedactor } from "./redact.ts";

export const CHANNELS = ["slack", "discord", "webhook"] as const;
export type Channel = (typeof CHANNELS)[number];

export interface Mailbox {
  channel: Channel;
  /** https, or http on the loopback interface. */
  url: string;
}

export interface Envelope {
  notice: Notice;
  repository: string;
  /** Page of the subject. */
  page: string;
  /** ISO 8601. */
  at: string;
}

const TIMEOUT_MS = 10_000;

/** Id of a notice, 32 hex digits: a notice that is told again has the same one, by which a receiver knows it. */
export function noticeId({ repository, notice: { subject, said } }: Envelope): string {
  const { comment, body } = said;
  return createHash("sha256")
    .update(JSON.stringify([repository, subject.number, comment, body]))
    .digest("hex")
    .slice(0, 32);
}

/** Throws with the channel's name and what it answered, nothing else. */
export async function deliver(
  { channel, url }: Mailbox,
  envelope: Envelope,
  world: { fetch: typeof globalThis.fetch; secrets: readonly string[] },
): Promise<void> {
  const redact = createRedactor(world.secrets);
  const body = redact(JSON.stringify(BODIES[channel](envelope)));
  let status: number;
  try {
    const answer = await world.fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", "webhook-id": noticeId(envelope) },
      body,
      redirect: "error",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    status = answer.status;
    await answer.body?.cancel();
  } catch (error) {
    const name = error instanceof Error ? error.name : "error";
    throw new Error(`${channel} could not be reached (${name})`);
  }
  if (status < 200 || status > 299) throw new Error(`${channel} answered ${status}`);
}

const BODIES: Readonly<Record<Channel, (envelope: Envelope) => object>> = {
  slack: (envelope) => ({ text: wordsOf(envelope, forSlack, (text, url) => `<${url}|${text}>`) }),
  discord: (envelope) => ({
    content: wordsOf(envelope, forDiscord, (text, url) => `[${text}](<${url}>)`),
    allowed_mentions: { parse: [] },
  }),
  webhook: (envelope) => {
    const { notice, repository, page, at } = envelope;
    const { event, subject, text } = notice;
    return { v: 1, id: noticeId(envelope), event, repository, subject: { ...subject, url: page }, text, at };
  },
};

function wordsOf(
  { notice: { event, subject, text }, repository, page }: Envelope,
  quoted: (text: string) => string,
  link: (text: string, url: string) => string,
): string {
  const what = event === "complete" ? "Done" : "A person is needed";
  const title = link(quoted(`${repository}#${subject.number} ${subject.title}`), page);
  return `${quoted(what)}: ${title}\n${quoted(text)}`;
}

/** Slack reads three characters (docs: reference/surfaces/formatting); a bar would end the text of a link. */
function forSlack(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("|", "¦");
}

function forDiscord(text: string): string {
  return text.replace(/[\\*_~`|>[\]()#<@-]/g, "\\$&");
}
