/** Signatures of commits. GitHub signs what it commits itself; here that is a keyed hash which only this forge can make. */
import { createHmac } from "node:crypto";
import type { Site } from "../site.ts";
import type { NewCommit, Signature } from "./commits.ts";
import type { GitRepository } from "./repository.ts";

const HEADER = "gpgsig";

/** The commit object's text with GitHub's own signature. */
export function signCommit(site: Site, raw: string): string {
  const end = raw.indexOf("\n\n");
  const lines = `-----BEGIN PGP SIGNATURE-----\n\n${seal(site, raw)}\n-----END PGP SIGNATURE-----`;
  return `${raw.slice(0, end)}\n${HEADER} ${lines.replaceAll("\n", "\n ")}${raw.slice(end)}`;
}

/** True for commits that the forge signed; what people sign is not verified, because it knows no keys of theirs. */
export async function isVerified(site: Site, git: GitRepository, sha: string): Promise<boolean> {
  return (await signatureOf(site, git, sha))?.verified ?? false;
}

/** The signature of a commit and what it signs; undefined when there is none. */
export async function signatureOf(
  site: Site,
  git: GitRepository,
  sha: string,
): Promise<{ signature: string; payload: string; verified: boolean } | undefined> {
  const raw = (await git.read(sha))?.content.toString() ?? "";
  const end = raw.indexOf("\n\n");
  const found = new RegExp(`^${HEADER} (.*(?:\\n .*)*)\\n`, "m").exec(raw.slice(0, end + 1));
  if (!found) return undefined;
  const payload = raw.slice(0, found.index) + raw.slice(found.index + found[0].length);
  const signature = (found[1] ?? "").replaceAll("\n ", "\n");
  return { signature, payload, verified: signature.includes(seal(site, payload)) };
}

const seal = (site: Site, payload: string): string =>
  createHmac("sha256", site.signingKey).update(payload).digest("base64");

/** Writes a commit that GitHub signed. */
export function writeSignedCommit(site: Site, git: GitRepository, commit: NewCommit): Promise<string> {
  const person = ({ name, email, date }: Signature): string =>
    `${name} <${email}> ${Math.floor(Date.parse(date) / 1000)} +0000`;
  const headers = [
    `tree ${commit.tree}`,
    ...commit.parents.map((parent) => `parent ${parent}`),
    `author ${person(commit.author)}`,
    `committer ${person(commit.committer ?? commit.author)}`,
  ];
  const input = signCommit(site, `${headers.join("\n")}\n\n${commit.message}`);
  return git.text(["hash-object", "-t", "commit", "-w", "--stdin"], { input });
}
