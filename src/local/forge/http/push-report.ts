/** The ends of a push that the forge reads and writes itself: the commands before the pack, and the report of a refusal. */

export interface PushCommand {
  ref: string;
  before: string | undefined;
  after: string | undefined;
}

export interface PushRequest {
  commands: PushCommand[];
  sideband: boolean;
  /** Where the pack starts; the request's length when it has none. */
  packAt: number;
}

const COMMAND = /^([0-9a-f]{40}) ([0-9a-f]{40}) ([^\0\n]+)/;

/** Reads pkt-lines up to the first flush (git: gitprotocol-pack, "Reference Update Request"). */
export function parsePush(bytes: Buffer): PushRequest {
  const commands: PushCommand[] = [];
  let capabilities = "";
  let at = 0;
  for (;;) {
    const length = Number.parseInt(bytes.toString("latin1", at, at + 4), 16);
    if (!Number.isInteger(length)) break;
    if (length < 4) {
      at += 4;
      break;
    }
    const line = bytes.toString("utf8", at + 4, at + length);
    const [, before = "", after = "", ref = ""] = COMMAND.exec(line) ?? [];
    if (ref !== "") commands.push({ ref, before: present(before), after: present(after) });
    capabilities ||= line.split("\0")[1] ?? "";
    at += length;
  }
  return { commands, sideband: /\bside-band-64k\b/.test(capabilities), packAt: at };
}

const present = (sha: string): string | undefined => (/^0+$/.test(sha) ? undefined : sha);

/** How a refused ref is reported: git prints the reason in brackets and the text as lines of the remote. */
export interface Refusal {
  ref: string;
  reason: string;
  text: string;
}

/** `report-status` with every command refused, as GitHub refuses a push whole. */
export function refusalReport(push: PushRequest, refusals: readonly Refusal[]): Buffer {
  const reasons = new Map(refusals.map((one) => [one.ref, one.reason]));
  const report = Buffer.concat([
    packet("unpack ok\n"),
    ...push.commands.map(({ ref }) =>
      packet(`ng ${ref} ${reasons.get(ref) ?? "pre-receive hook declined"}\n`),
    ),
    Buffer.from("0000"),
  ]);
  if (!push.sideband) return report;
  const text = refusals.map((one) => one.text).join("");
  return Buffer.concat([
    ...(text === "" ? [] : [packet(Buffer.concat([Buffer.from([2]), Buffer.from(text)]))]),
    packet(Buffer.concat([Buffer.from([1]), report])),
    Buffer.from("0000"),
  ]);
}

function packet(content: string | Buffer): Buffer {
  const bytes = Buffer.from(content);
  return Buffer.concat([Buffer.from((bytes.length + 4).toString(16).padStart(4, "0")), bytes]);
}
