/** Finds and parses workflow and action files in the repositories that the forge hosts; every result is kept by blob. */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import type { ForgeForRunner } from "../../contract.ts";
import { extractCommit, listFolder, readBlob, readFileAt, resolveCommit } from "../git.ts";
import { type ParsedWorkflow, parseWorkflowFile } from "../language/workflow-file.ts";

/** Workflow files that exist only here, laid over the tree of a repository. */
export type Overlay = (repository: string) => ReadonlyMap<string, string> | undefined;

/** Whether events may start a workflow file. */
export type IsEnabled = (repository: string, path: string) => boolean;

/** A parsed workflow and where it came from. */
export interface SourcedWorkflow {
  repository: string;
  path: string;
  /** Commit that the file was read at, and the ref that named it. */
  sha: string;
  ref: string;
  parsed: ParsedWorkflow;
}

export interface WorkflowSource {
  /** All workflow files of a commit, overlay included. */
  workflows(repository: string, sha: string, ref: string): Promise<SourcedWorkflow[]>;
  /** One workflow file of a commit, overlay included; undefined when there is none. */
  workflow(repository: string, sha: string, ref: string, path: string): Promise<SourcedWorkflow | undefined>;
  /** A workflow of another repository at a ref as written in `uses:`; the overlay does not apply. */
  remoteWorkflow(repository: string, ref: string, path: string): Promise<SourcedWorkflow | undefined>;
  /** The commit of a ref in a hosted repository; undefined when either does not exist. */
  commit(repository: string, ref: string): Promise<string | undefined>;
  /** A read-only directory with the tree of a commit, written once and shared. */
  materialise(repository: string, sha: string): Promise<string>;
}

export const WORKFLOW_FOLDER = ".github/workflows";

export function createWorkflowSource(
  forge: ForgeForRunner,
  cacheDir: string,
  overlay: Overlay,
  isEnabled: IsEnabled = () => true,
): WorkflowSource {
  const parsed = new Map<string, Promise<ParsedWorkflow>>();
  const listings = new Map<string, Promise<{ path: string; sha: string }[]>>();
  const trees = new Map<string, Promise<string>>();

  function parse(path: string, key: string, content: () => Promise<string>): Promise<ParsedWorkflow> {
    const id = `${path}\n${key}`;
    const known = parsed.get(id) ?? content().then((text) => parseWorkflowFile(path, text));
    parsed.set(id, known);
    known.catch(() => parsed.delete(id));
    return known;
  }

  function listing(gitDir: string, sha: string): Promise<{ path: string; sha: string }[]> {
    const id = `${gitDir}\n${sha}`;
    const known =
      listings.get(id) ??
      listFolder(gitDir, sha, WORKFLOW_FOLDER).then((files) =>
        files.filter(({ path }) => /\.ya?ml$/.test(path)),
      );
    listings.set(id, known);
    known.catch(() => listings.delete(id));
    return known;
  }

  async function workflows(repository: string, sha: string, ref: string): Promise<SourcedWorkflow[]> {
    const gitDir = forge.gitDir(repository);
    if (!gitDir) return [];
    const laidOver = overlay(repository) ?? new Map<string, string>();
    const stored = (await listing(gitDir, sha)).filter(
      ({ path }) => !laidOver.has(path) && isEnabled(repository, path),
    );
    const fromGit = stored.map(async (file) => ({
      repository,
      sha,
      ref,
      path: file.path,
      parsed: await parse(file.path, file.sha, () => readBlob(gitDir, file.sha)),
    }));
    const fromOverlay = [...laidOver].map(async ([path, content]) => ({
      repository,
      sha,
      ref,
      path,
      parsed: await parse(path, digest(content), async () => content),
    }));
    return Promise.all([...fromGit, ...fromOverlay]);
  }

  return {
    workflows,
    async workflow(repository, sha, ref, path) {
      return (await workflows(repository, sha, ref)).find((workflow) => workflow.path === path);
    },
    async remoteWorkflow(repository, ref, path) {
      const gitDir = forge.gitDir(repository);
      const sha = gitDir && (await resolveCommit(gitDir, ref));
      const content = gitDir && sha ? await readFileAt(gitDir, sha, path) : undefined;
      if (!sha || content === undefined) return undefined;
      return { repository, sha, ref, path, parsed: await parse(path, digest(content), async () => content) };
    },
    async commit(repository, ref) {
      const gitDir = forge.gitDir(repository);
      return gitDir ? resolveCommit(gitDir, ref) : undefined;
    },
    materialise(repository, sha) {
      const gitDir = forge.gitDir(repository);
      if (!gitDir) return Promise.reject(new Error(`repository not found: ${repository}`));
      const directory = `${cacheDir}/${repository.toLowerCase().replace("/", "+")}/${sha}`;
      const known = trees.get(directory) ?? extractOnce(gitDir, sha, directory);
      trees.set(directory, known);
      known.catch(() => trees.delete(directory));
      return known;
    },
  };
}

async function extractOnce(gitDir: string, sha: string, directory: string): Promise<string> {
  if (!existsSync(directory)) await extractCommit(gitDir, sha, directory);
  return directory;
}

function digest(content: string): string {
  return createHash("sha256").update(content).digest("hex");
}
