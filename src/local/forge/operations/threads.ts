/** Review threads: where they may start, where their lines go when the head moves, and resolving them. */
import { diffFiles, hunkAt, moveLine, parseHunks } from "../git/diff.ts";
import { getPull, type Site } from "../site.ts";
import type { Pull, Repository, Side, Thread } from "../store/records.ts";
import { pullFiles } from "./pull-range.ts";

export interface Place {
  path: string;
  subject: "line" | "file";
  side: Side;
  line: number | null;
  startSide: Side | null;
  startLine: number | null;
}

export type Located = { hunk: string; position: number | null } | { refused: "path" | "line" | "start_line" };

/** Finds the place in the pull request's diff; a line that no hunk shows is refused, as on GitHub. */
export async function locate(site: Site, repository: Repository, pull: Pull, place: Place): Promise<Located> {
  const file = (await pullFiles(site, repository, pull)).find(
    (one) => one.path === place.path || (place.side === "LEFT" && one.previousPath === place.path),
  );
  if (!file) return { refused: "path" };
  if (place.subject === "file")
    return { hunk: file.patch?.split("\n").slice(0, 4).join("\n") ?? "", position: null };
  if (file.patch === undefined || place.line === null) return { refused: "line" };
  const end = hunkAt(file.patch, place.side, place.line);
  if (!end) return { refused: "line" };
  if (place.startLine === null) return { hunk: end.text, position: end.position };
  const startSide = place.startSide ?? place.side;
  const start = hunkAt(file.patch, startSide, place.startLine);
  const ordered = start !== undefined && start.position < end.position;
  if (!ordered || start.hunk.header !== end.hunk.header) return { refused: "start_line" };
  return { hunk: end.text, position: end.position };
}

export function threadsOf(site: Site, pull: Pull): Thread[] {
  return site.store.filter(
    "threads",
    (row) => row.repository === pull.repository && row.number === pull.number,
  );
}

/** Follows every line through the change from the old head to the new one; a touched line makes its thread outdated. */
export async function moveThreads(
  site: Site,
  repository: Repository,
  former: Pull,
  head: string,
): Promise<void> {
  const live = threadsOf(site, former).filter((thread) => !thread.outdated && thread.subject === "line");
  if (live.length === 0) return;
  const files = await diffFiles(site.git(repository), former.headSha, head, 0);
  const pull = getPull(site, repository, former.number);
  for (const thread of live) {
    const moved =
      thread.side === "LEFT"
        ? thread
        : followed(
            thread,
            files.find((file) => file.path === thread.path || file.previousPath === thread.path),
          );
    const place = {
      path: moved.path,
      subject: moved.subject,
      side: moved.side,
      line: moved.line,
      startSide: moved.startSide,
      startLine: moved.startLine,
    };
    const located = moved.outdated ? undefined : await locate(site, repository, pull, place);
    const shown = located !== undefined && "position" in located;
    site.store.put("threads", thread.id, {
      ...moved,
      commit: head,
      ...(shown
        ? { position: located.position }
        : { outdated: true, line: null, startLine: null, position: null }),
    });
  }
}

function followed(
  thread: Thread,
  file: { path: string; status: string; patch: string | undefined } | undefined,
): Thread {
  if (!file) return thread;
  const gone = { ...thread, outdated: true, line: null, startLine: null };
  if (file.status === "removed" || thread.line === null) return gone;
  const hunks = file.patch === undefined ? [] : parseHunks(file.patch);
  const first = thread.startLine ?? thread.line;
  for (let line = first; line <= thread.line; line += 1) {
    if (moveLine(hunks, line) === undefined) return gone;
  }
  const line = moveLine(hunks, thread.line);
  const startLine = thread.startLine === null ? null : moveLine(hunks, thread.startLine);
  return line === undefined || startLine === undefined
    ? gone
    : { ...thread, path: file.path, line, startLine };
}
