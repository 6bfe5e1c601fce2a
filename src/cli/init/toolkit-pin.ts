/** Which toolkit the workflows use: a repository and one commit of it, never something that can be moved. */
import { NightshiftError } from "../../domain/errors.ts";
import { toolkitRoot } from "../../ops/assets.ts";
import { gitIn } from "../git.ts";
import { LOCAL_TOOLKIT } from "../toolkit.ts";

export interface Pin {
  /** owner/name */
  toolkit: string;
  sha: string;
}

const EXAMPLE = "--toolkit owner/name@<40 hexadecimal digits>";

/** Throws INPUT_INVALID for a tag, a short SHA, or a name that GitHub does not know. */
export async function pinOf(option: string | undefined, onGitHub: boolean): Promise<Pin> {
  if (option !== undefined) return publishedOrLocal(parsePin(option), onGitHub);
  if (onGitHub)
    throw new NightshiftError(
      "INPUT_INVALID",
      `This repository lives on GitHub, so the toolkit must be published there: name its repository and commit with ${EXAMPLE}.`,
    );
  const sha = await gitIn(toolkitRoot()).find(["rev-parse", "--verify", "--quiet", "HEAD"]);
  if (sha === undefined || !/^[0-9a-f]{40}$/.test(sha))
    throw new NightshiftError("INPUT_INVALID", `Name the toolkit and its commit with ${EXAMPLE}.`);
  return { toolkit: LOCAL_TOOLKIT, sha };
}

export function parsePin(text: string): Pin {
  const refuse = (why: string) =>
    new NightshiftError("INPUT_INVALID", `--toolkit ${text}: ${why} Write ${EXAMPLE}.`);
  const [, toolkit, ref] = /^([\w.-]+\/[\w.-]+)@(.+)$/.exec(text) ?? [];
  if (toolkit === undefined || ref === undefined) throw refuse("this is not owner/name@SHA.");
  if (/^[0-9a-f]{40}$/.test(ref)) return { toolkit, sha: ref };
  if (/^[0-9a-fA-F]{4,40}$/.test(ref)) throw refuse(`"${ref}" is not a whole commit id in lower case.`);
  throw refuse(`"${ref}" is a tag or a branch, which can be moved to other code at any time.`);
}

function publishedOrLocal(pin: Pin, onGitHub: boolean): Pin {
  const [owner = ""] = pin.toolkit.split("/");
  if (onGitHub && (pin.toolkit.toLowerCase() === LOCAL_TOOLKIT || owner.toUpperCase() === "OWNER"))
    throw new NightshiftError(
      "INPUT_INVALID",
      `--toolkit ${pin.toolkit} is no published repository: that name exists only on local GitHubs. Publish the toolkit and write ${EXAMPLE}.`,
    );
  if (/^0+$/.test(pin.sha))
    throw new NightshiftError("INPUT_INVALID", `--toolkit: ${pin.sha} is no commit. Write ${EXAMPLE}.`);
  return pin;
}
