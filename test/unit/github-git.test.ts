import { existsSync } from "node:fs";
import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { NightshiftError } from "../../src/domain/errors.ts";
import { Git } from "../../src/github/git.ts";
import { openWorkshop, systemSpawn, type Workshop } from "./git-support.ts";

let shop: Workshop;
beforeEach(async () => {
  shop = await openWorkshop();
});
afterEach(() => shop.close());

const DATE = "2026-03-01T10:00:00Z";
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "fine",
    (error: unknown) => (error instanceof NightshiftError ? error.code : String(error)),
  );

/** A second repository that stands for the one on GitHub, with `main` at a first commit. */
async function remoteWith(files: Record<string, string>) {
  const url = join(shop.dir, "remote.git");
  await mkdir(url);
  const remote = { url, token: "" };
  await shop.git.text(["init", "--quiet", "--bare", url], { env: { GIT_DIR: url } });
  const first = await shop.commit(files);
  expect(await shop.git.push(remote, first, "main", undefined)).toBe(true);
  return { remote, first };
}

describe("a hostile work tree", () => {
  /** Every way in which a tree can ask git to run a program; each would leave `marker`. */
  async function hostile(marker: string) {
    const work = join(shop.dir, "work");
    await mkdir(join(work, ".git", "hooks"), { recursive: true });
    const program = join(shop.dir, "program");
    await writeFile(program, `#!/bin/sh\necho ran >> '${marker}'\ncat\n`);
    await chmod(program, 0o755);
    for (const hook of [
      "pre-commit",
      "post-checkout",
      "post-index-change",
      "reference-transaction",
      "pre-push",
    ]) {
      await writeFile(join(work, ".git", "hooks", hook), `#!/bin/sh\necho ${hook} >> '${marker}'\n`);
      await chmod(join(work, ".git", "hooks", hook), 0o755);
    }
    const config = [
      "[core]",
      `fsmonitor = ${program}`,
      `hooksPath = ${join(work, ".git", "hooks")}`,
      `sshCommand = ${program}`,
    ];
    const drivers = [
      '[filter "evil"]',
      `clean = ${program}`,
      `smudge = ${program}`,
      "required = true",
      '[diff "evil"]',
      `textconv = ${program}`,
      `command = ${program}`,
    ];
    await writeFile(join(work, ".git", "config"), [...config, ...drivers, ""].join("\n"));
    await writeFile(join(work, ".git", "HEAD"), "ref: refs/heads/main\n");
    await writeFile(join(work, ".gitattributes"), "* filter=evil diff=evil merge=evil\n");
    await writeFile(join(work, "a.txt"), "one\n");
    return work;
  }

  test("runs nothing: no hook, no monitor, no filter, no converter", async () => {
    const marker = join(shop.dir, "marker");
    const work = await hostile(marker);
    const index = join(shop.dir, "index");
    const before = await shop.git.treeOfDirectory(work, index);
    await writeFile(join(work, "a.txt"), "two\n");
    const after = await shop.git.treeOfDirectory(work, index);
    const diff = await shop.git.diff(before, after);
    await shop.git.checkout(after, work, join(shop.dir, "other-index"));
    const commit = await shop.git.commit({ tree: after, parents: [], message: "m", date: DATE });
    const { remote } = await remoteWith({ x: "x" });
    await shop.git.push(remote, commit, "nightshift/1-a", undefined);
    expect(diff).toContain("-one\n+two\n");
    expect(existsSync(marker) ? await readFile(marker, "utf8") : "nothing ran").toBe("nothing ran");
  });

  test("cannot hide lines from a diff by calling its files binary", async () => {
    const attributes = { ".gitattributes": "* binary\n*.ts -diff\n" };
    const before = await shop.tree({ ...attributes, "a.ts": "one\n" });
    const after = await shop.tree({ ...attributes, "a.ts": "two\n" });
    expect(await shop.git.diff(before, after)).toContain("+two");
  });

  test("its repository is not taken for ours, and its contents are not added", async () => {
    const work = await hostile(join(shop.dir, "marker"));
    const tree = await shop.git.treeOfDirectory(work, join(shop.dir, "index"));
    expect(await shop.git.text(["ls-tree", "-r", "--name-only", tree])).toBe(".gitattributes\na.txt");
  });
});

describe("a commit", () => {
  test("of the same input is the same commit", async () => {
    const tree = await shop.tree({ a: "1" });
    const input = { tree, parents: [], message: "Add a\n\nMore.\n", date: DATE };
    const first = await shop.git.commit(input);
    expect(await shop.git.commit(input)).toBe(first);
    expect(await shop.git.commit({ ...input, date: "2026-03-01T10:00:01Z" })).not.toBe(first);
    const shown = await shop.git.text(["show", "--no-patch", "--format=%an <%ae> %cn <%ce> %aI%n%B", first]);
    const bot = "github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com>";
    expect(shown).toBe(`${bot} ${bot} 2026-03-01T10:00:00+00:00\nAdd a\n\nMore.`);
  });
});

describe("pushing", () => {
  test("creates a branch that does not exist, and refuses one that does", async () => {
    const { remote, first } = await remoteWith({ a: "1" });
    expect(await shop.git.remoteHead(remote, "main")).toBe(first);
    expect(await shop.git.remoteHead(remote, "other")).toBeUndefined();
    const other = await shop.commit({ a: "2" }, [first]);
    expect(await shop.git.push(remote, other, "main", undefined)).toBe(false);
    expect(await shop.git.remoteHead(remote, "main")).toBe(first);
  });

  test("moves a branch from where it was observed, also backwards and sideways", async () => {
    const { remote, first } = await remoteWith({ a: "1" });
    const second = await shop.commit({ a: "2" }, [first]);
    const aside = await shop.commit({ a: "3" }, [first]);
    expect(await shop.git.push(remote, second, "main", first)).toBe(true);
    expect(await shop.git.push(remote, aside, "main", second)).toBe(true);
    expect(await shop.git.remoteHead(remote, "main")).toBe(aside);
  });

  test("never overwrites what somebody pushed meanwhile", async () => {
    const { remote, first } = await remoteWith({ a: "1" });
    const theirs = await shop.commit({ a: "theirs" }, [first]);
    const ours = await shop.commit({ a: "ours" }, [first]);
    expect(await shop.git.push(remote, theirs, "main", first)).toBe(true);
    expect(await shop.git.push(remote, ours, "main", first)).toBe(false);
    expect(await shop.git.remoteHead(remote, "main")).toBe(theirs);
  });

  test("again what is there already is fine", async () => {
    const { remote, first } = await remoteWith({ a: "1" });
    const second = await shop.commit({ a: "2" }, [first]);
    expect(await shop.git.push(remote, second, "main", first)).toBe(true);
    expect(await shop.git.push(remote, second, "main", first)).toBe(true);
  });

  test("to a repository that is not there fails with git's words", async () => {
    const commit = await shop.commit({ a: "1" });
    await expect(
      shop.git.push({ url: join(shop.dir, "nowhere"), token: "" }, commit, "main", undefined),
    ).rejects.toThrow(/^git (push|ls-remote)/);
  });
});

describe("fetching", () => {
  test("brings exactly the commits that were asked for", async () => {
    const { remote, first } = await remoteWith({ a: "1" });
    const second = await shop.commit({ a: "2" }, [first]);
    await shop.git.push(remote, second, "main", first);
    const other = await Git.open({
      dir: join(shop.dir, "fresh"),
      spawn: systemSpawn,
      path: process.env.PATH ?? "",
    });
    await other.fetch(remote, [second, second], 1);
    expect(await other.treeOf(second)).toBe(await shop.git.treeOf(second));
    expect(await codeOf(other.treeOf(first))).toBe("GIT_FAILED");
    await other.fetch(remote, []);
  });

  test("tells common history from none", async () => {
    const first = await shop.commit({ a: "1" });
    const left = await shop.commit({ a: "2" }, [first]);
    const right = await shop.commit({ a: "3" }, [first]);
    const stranger = await shop.commit({ b: "1" });
    expect(await shop.git.mergeBase(left, right)).toBe(first);
    expect(await shop.git.mergeBase(left, stranger)).toBeUndefined();
  });

  test("never leaves the token in an argument, in the repository or in an error", async () => {
    const seen: string[] = [];
    const git = await Git.open({
      dir: join(shop.dir, "watched"),
      path: process.env.PATH ?? "",
      spawn: (file, args, options) => {
        seen.push([file, ...args].join(" "));
        return systemSpawn(file, args, options);
      },
    });
    const token = "ghs_notInAnyArgument000000000000000000";
    const failure = await git
      .fetch({ url: "http://127.0.0.1:9/o/r.git", token }, ["a".repeat(40)])
      .catch((error: unknown) => String(error));
    const encoded = Buffer.from(`x-access-token:${token}`).toString("base64");
    const kept = await readFile(join(git.dir, "config"), "utf8");
    for (const text of [...seen, kept, String(failure)]) {
      expect(text).not.toContain(token);
      expect(text).not.toContain(encoded);
    }
    expect(failure).toMatch(/git fetch failed/);
  });
});

describe("merging two commits", () => {
  test("gives the tree of both", async () => {
    const base = await shop.commit({ a: "1\n", b: "1\n" });
    const ours = await shop.commit({ a: "2\n", b: "1\n" }, [base]);
    const theirs = await shop.commit({ a: "1\n", b: "2\n" }, [base]);
    expect(await shop.git.mergeTree(ours, theirs)).toEqual({
      tree: await shop.tree({ a: "2\n", b: "2\n" }),
      conflicts: [],
    });
  });

  test("with conflicts lists the paths and leaves the markers in the tree", async () => {
    const base = await shop.commit({ "ü b.txt": "1\n", same: "x" });
    const ours = await shop.commit({ "ü b.txt": "2\n", same: "x" }, [base]);
    const theirs = await shop.commit({ "ü b.txt": "3\n", same: "x" }, [base]);
    const merged = await shop.git.mergeTree(ours, theirs);
    expect(merged.conflicts).toEqual(["ü b.txt"]);
    expect(await shop.git.text(["show", `${merged.tree}:ü b.txt`])).toMatch(/^<{7} .*\n2\n={7}\n3\n>{7} /);
  });

  test("one of which deletes what the other changes is a conflict", async () => {
    const base = await shop.commit({ a: "1\n", b: "1" });
    const ours = await shop.commit({ b: "1" }, [base]);
    const theirs = await shop.commit({ a: "2\n", b: "1" }, [base]);
    expect((await shop.git.mergeTree(ours, theirs)).conflicts).toEqual(["a"]);
  });

  test("of which one does not exist fails", async () => {
    const base = await shop.commit({ a: "1" });
    expect(await codeOf(shop.git.mergeTree(base, "a".repeat(40)))).toBe("GIT_FAILED");
  });
});

describe("a patch", () => {
  const bytes = Buffer.from(Array.from({ length: 3_000 }, (_, at) => (at * 7919) % 256));

  test("carries binary files, modes, links, deletions, odd names and missing newlines", async () => {
    const from = await shop.tree({
      "image.png": bytes,
      gone: "x",
      "ü b.txt": "no newline",
      run: "#!/bin/sh\n",
      crlf: "a\r\n",
    });
    const to = await shop.tree({
      "image.png": Buffer.concat([bytes, bytes]),
      "new.bin": Buffer.from([0, 1, 2]),
      "ü b.txt": "no newline still",
      run: { executable: "#!/bin/sh\n" },
      link: { link: "run" },
      crlf: "a\r\nb\r\n",
      empty: "",
    });
    const patch = await shop.git.patch(from, to);
    expect(await shop.git.applyPatch(from, patch, join(shop.dir, "apply.index"))).toBe(to);
  });

  test("that does not fit is refused", async () => {
    const patch = await shop.git.patch(await shop.tree({ a: "1\n" }), await shop.tree({ a: "2\n" }));
    const other = await shop.tree({ a: "9\n" });
    expect(await codeOf(shop.git.applyPatch(other, patch, join(shop.dir, "apply.index")))).toBe(
      "PATCH_REFUSED",
    );
  });

  test.each(["../outside", "/etc/outside", ".git/hooks/pre-commit", ".git/config", "a/.GIT/config"])(
    "that reaches for %s is refused",
    async (path) => {
      const patch = [
        `diff --git a/${path} b/${path}`,
        "new file mode 100755",
        "--- /dev/null",
        `+++ b/${path}`,
        "@@ -0,0 +1 @@",
        "+evil",
        "",
      ].join("\n");
      const from = await shop.tree({ a: "1\n" });
      expect(await codeOf(shop.git.applyPatch(from, Buffer.from(patch), join(shop.dir, "apply.index")))).toBe(
        "PATCH_REFUSED",
      );
    },
  );

  test("that is no patch is refused", async () => {
    const from = await shop.tree({ a: "1\n" });
    expect(await codeOf(shop.git.applyPatch(from, Buffer.from("hello"), join(shop.dir, "apply.index")))).toBe(
      "PATCH_REFUSED",
    );
  });
});

describe("a tree laid out", () => {
  test("and read back is the same tree", async () => {
    const tree = await shop.tree({
      "a/b.txt": "1\n",
      run: { executable: "x" },
      link: { link: "a" },
      "ü.txt": "ü",
    });
    const directory = join(shop.dir, "laid-out");
    await shop.git.checkout(tree, directory, join(shop.dir, "one.index"));
    expect(await shop.git.treeOfDirectory(directory, join(shop.dir, "two.index"))).toBe(tree);
  });

  test("leaves out what the tree ignores", async () => {
    const directory = join(shop.dir, "ignoring");
    await mkdir(join(directory, "node_modules"), { recursive: true });
    await writeFile(join(directory, ".gitignore"), "node_modules/\n");
    await writeFile(join(directory, "node_modules", "x.js"), "x");
    const tree = await shop.git.treeOfDirectory(directory, join(shop.dir, "one.index"));
    expect(await shop.git.text(["ls-tree", "-r", "--name-only", tree])).toBe(".gitignore");
  });
});

describe("git on this machine", () => {
  const pretend = (version: string) =>
    Git.open({
      dir: join(shop.dir, "pretend"),
      path: process.env.PATH ?? "",
      spawn: (file, args, options) =>
        args[0] === "version" ? systemSpawn("echo", [version], options) : systemSpawn(file, args, options),
    });

  test("that is too old is refused with what is needed", async () => {
    await expect(pretend("git version 2.37.9")).rejects.toThrow(
      "git 2.37 is too old; Nightshift needs git 2.38 or newer.",
    );
    await expect(pretend("git version 1.99.0")).rejects.toThrow(/too old/);
    expect(await codeOf(pretend("git version 2.38.0.windows.1"))).toBe("fine");
    expect(await codeOf(pretend("git version 3.0.0"))).toBe("fine");
  });

  test("that is missing is said so", async () => {
    const missing = Git.open({
      dir: join(shop.dir, "missing"),
      spawn: systemSpawn,
      path: join(shop.dir, "nothing-here"),
    });
    await expect(missing).rejects.toThrow(/^git cannot be started .*install git 2\.38/);
  });
});
