/** Commits of one world: made, found and walked without any process. */
import { createHash } from "node:crypto";

export interface KnownCommit {
  sha: string;
  tree: string;
  parents: readonly string[];
  committerMail: string;
  /** The object as git stores it. */
  raw: Buffer;
}

export interface NewCommit {
  tree: string;
  parents: readonly string[];
  message: string;
  author: Signature;
  committer: Signature;
}

export interface Signature {
  name: string;
  mail: string;
  /** ISO 8601 */
  date: string;
}

export class History {
  readonly #commits = new Map<string, KnownCommit>();

  get(sha: string): KnownCommit | undefined {
    return this.#commits.get(sha);
  }

  /** The same input gives the same commit, as git would make it. */
  commit({ tree, parents, message, author, committer }: NewCommit): string {
    return this.keep(
      [
        `tree ${tree}`,
        ...parents.map((parent) => `parent ${parent}`),
        `author ${line(author)}`,
        `committer ${line(committer)}`,
        "",
        message,
      ].join("\n"),
    );
  }

  /** A whole commit object, signed or not. */
  keep(text: string): string {
    const raw = Buffer.from(text);
    const [head = ""] = text.split("\n\n");
    const lines = head.split("\n");
    const values = (name: string) =>
      lines.flatMap((one) => (one.startsWith(`${name} `) ? one.slice(name.length + 1) : []));
    const [tree = ""] = values("tree");
    const parents = values("parent");
    const committerMail = /<(.*)>/.exec(values("committer")[0] ?? "")?.[1] ?? "";
    const sha = createHash("sha1").update(`commit ${raw.length}\0`).update(raw).digest("hex");
    this.#commits.set(sha, { sha, tree, parents, committerMail, raw });
    return sha;
  }

  /** Everything that can be reached from `tips`, newest first as far as parents tell. */
  ancestors(tips: readonly string[]): Set<string> {
    const found = new Set<string>();
    const queue = [...tips];
    for (let sha = queue.shift(); sha !== undefined; sha = queue.shift()) {
      if (found.has(sha)) continue;
      found.add(sha);
      queue.push(...(this.#commits.get(sha)?.parents ?? []));
    }
    return found;
  }

  isAncestor(one: string, other: string): boolean {
    return this.ancestors([other]).has(one);
  }

  /** The best common ancestor: one that no other common ancestor comes after. */
  mergeBase(one: string, other: string): string | undefined {
    const ofOther = this.ancestors([other]);
    const common = [...this.ancestors([one])].filter((sha) => ofOther.has(sha));
    return common.find((sha) => common.every((rival) => rival === sha || !this.isAncestor(sha, rival)));
  }
}

function line({ name, mail, date }: Signature): string {
  return `${name} <${mail}> ${Math.floor(Date.parse(date) / 1_000)} +0000`;
}
