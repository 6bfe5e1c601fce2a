/** Names that are fixed, free of schemas: what the first request needs loads nothing else. */

/** Where a repository keeps its settings, on its default branch. */
export const CONFIG_PATH = ".github/nightshift.yml";

/** Label of a requirement, and prefix of every other label, unless the settings say otherwise. */
export const DEFAULT_LABEL_PREFIX = "nightshift";

/** The login under which a GITHUB_TOKEN acts (docs: actions/concepts/security/github_token). */
export const ACTIONS_BOT = "github-actions[bot]";

/** Id of the app whose token that is: of every check that a workflow gives. */
export const ACTIONS_APP = 15_368;

/** Our check run on the head of a pull request: everything that a merge depends on. */
export const GATE_CHECK = "nightshift/merge";
