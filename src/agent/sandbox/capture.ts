/** Keeps the head and the tail of a stream of bytes within a budget, and more of it for later reading. */

const HEAD_SHARE = 0.3;

export interface Capture {
  add: (chunk: Buffer) => void;
  /** The output within the first budget; `whole` within the second, only when the first did not do. */
  end: () => { output: string; whole?: string };
}

/** Opens a capture that returns at most `maxBytes`, and keeps at most `keepBytes` of everything. */
export function openCapture(maxBytes: number, keepBytes: number): Capture {
  const budget = Math.max(maxBytes, keepBytes);
  const headBudget = Math.floor(budget * HEAD_SHARE);
  const head: Buffer[] = [];
  let headBytes = 0;
  let tail: Buffer[] = [];
  let tailBytes = 0;
  let total = 0;

  function add(chunk: Buffer): void {
    total += chunk.length;
    const room = headBudget - headBytes;
    if (room > 0) {
      const part = chunk.subarray(0, room);
      head.push(part);
      headBytes += part.length;
    }
    const rest = chunk.subarray(Math.max(0, room));
    if (rest.length === 0) return;
    tail.push(rest);
    tailBytes += rest.length;
    if (tailBytes > 2 * budget) trimTail();
  }
  function trimTail(): void {
    const kept = Buffer.concat(tail).subarray(-(budget - headBytes));
    tail = [kept];
    tailBytes = kept.length;
  }
  function end(): { output: string; whole?: string } {
    trimTail();
    const kept = Buffer.concat([...head, ...tail]);
    const lost = total - kept.length;
    const whole =
      lost === 0
        ? kept.toString("utf8")
        : joinCut(kept.subarray(0, headBytes), lost, kept.subarray(headBytes));
    if (kept.length <= maxBytes && lost === 0) return { output: whole };
    return { output: headAndTail(kept, total, maxBytes), whole };
  }
  return { add, end };
}

function headAndTail(kept: Buffer, total: number, maxBytes: number): string {
  const head = kept.subarray(0, Math.floor(maxBytes * HEAD_SHARE));
  const tail = kept.subarray(kept.length - (maxBytes - head.length));
  return joinCut(head, total - head.length - tail.length, tail);
}

/** A cut inside a UTF-8 sequence shows as a replacement character, which is dropped at the seam. */
function joinCut(head: Buffer, lost: number, tail: Buffer): string {
  const before = head.toString("utf8").replace(/\uFFFD+$/, "");
  const after = tail.toString("utf8").replace(/^\uFFFD+/, "");
  return `${before}\n[… ${lost} bytes left out …]\n${after}`;
}

/** Cuts a text to about `maxChars` in the same way. */
export function cutText(text: string, maxChars: number): string {
  if (text.length <= maxChars) return text;
  const head = Math.floor(maxChars * HEAD_SHARE);
  const tail = maxChars - head;
  return `${text.slice(0, head)}\n[… ${text.length - maxChars} characters left out …]\n${text.slice(-tail)}`;
}
