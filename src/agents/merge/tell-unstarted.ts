/** Says once, at the first merge of a repository, which of its workflows no merge of ours starts. */
import { z } from "zod";
import { TOLD } from "../../domain/notices.ts";
import { startsOnPush } from "../../domain/push-trigger.ts";
import type { PullSnapshot, RepositorySnapshot } from "../../domain/snapshot.ts";
import { unlessRefused } from "../../github/client.ts";
import { readWorkflowFile } from "../../github/observe-ci.ts";
import { type Performer, perform } from "../../github/perform.ts";

const Listing = z.array(z.object({ name: z.string() }));
const OPENING = "**Not started by this merge:**";

/** Whether the merge of `pull` is the first one here, or the only one so far, and nothing was said about it. */
export function isFirstMerge(snapshot: RepositorySnapshot, pull: PullSnapshot | undefined): boolean {
  const { pulls, identity, base } = snapshot;
  const merged = pulls.filter(
    ({ state, author, block }) => state === "merged" && author.login === identity && block !== undefined,
  );
  return (
    pull !== undefined &&
    pull.base.branch === base.branch &&
    merged.every(({ number }) => number === pull.number) &&
    !pull.comments.some(({ author, body }) => author.login === identity && body.startsWith(OPENING))
  );
}

/** A merge by a workflow's token is no push that starts workflows (docs: triggering-a-workflow-from-a-workflow). */
export async function tellUnstarted(
  performer: Performer,
  snapshot: Pick<RepositorySnapshot, "config" | "base">,
  { pull, sha }: { pull: number; sha: string },
): Promise<void> {
  const { github } = performer;
  const listed = await unlessRefused([404], () =>
    github.rest("GET /repos/{owner}/{repo}/contents/{path}", { path: ".github/workflows", ref: sha }),
  );
  const files = (listed === undefined ? [] : Listing.parse(listed.data))
    .map(({ name }) => name)
    .filter((name) => /\.ya?ml$/.test(name) && !name.startsWith("nightshift-"))
    .filter((name) => !snapshot.config.after_merge.dispatch.includes(name));
  const read = await Promise.all(
    files.map(async (name) => {
      const file = await readWorkflowFile(github, sha, name);
      return file !== undefined && startsOnPush(file.content, snapshot.base.branch) ? [`\`${name}\``] : [];
    }),
  );
  const missed = read.flat();
  if (missed.length === 0) return;
  const body = `${OPENING} ${missed.join(", ")}. GitHub starts nothing on pushes of a workflow's own token, and so for every merge by Nightshift. Where they matter, give them the trigger \`workflow_dispatch\` and name them in \`.github/nightshift.yml\` under \`after_merge.dispatch\`. This is said once.\n\n${TOLD}`;
  await perform(performer, [{ do: "say", number: pull, id: undefined, body }]);
}
