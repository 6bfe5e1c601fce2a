/** Which risks a change carries, from the paths that it touches and its size. Each listed risk needs a person's approval. */
import type { Config } from "./config.ts";
import { globTest } from "./glob.ts";
import { RISKS, type Risk } from "./labels.ts";
import type { PullSnapshot } from "./snapshot.ts";

const DEPENDENCIES =
  /(^|\/)(package(-lock)?\.json|npm-shrinkwrap\.json|pnpm-(lock|workspace)\.yaml|yarn\.lock|bun\.lockb?|(requirements|constraints)[\w.-]*\.txt|requirements\/[\w.-]+\.txt|pyproject\.toml|poetry\.lock|uv\.lock|Pipfile(\.lock)?|setup\.(py|cfg)|go\.(mod|sum)|Cargo\.(toml|lock)|pom\.xml|build\.gradle(\.kts)?|settings\.gradle(\.kts)?|Gemfile(\.lock)?|composer\.(json|lock)|deno\.(jsonc?|lock)|libs\.versions\.toml|gradle-wrapper\.(jar|properties))$/;
const DATABASE = /(^|\/)(migrations?|db|schema)\/|\.(sql|prisma)$/i;
const CI =
  /^\.(github|circleci|buildkite|husky)\/|(^|\/)(Dockerfile[\w.-]*|(docker-)?compose[\w.-]*\.ya?ml|(GNUm|M|m)akefile|Jenkinsfile|(\.gitlab-ci|\.travis|azure-pipelines|bitbucket-pipelines|\.pre-commit-config)\.ya?ml|\.npmrc|\.yarnrc\.yml|\.gitattributes|\.gitmodules)$/;

/**
 * Risks of a change that the configuration wants approved. `first` = nothing of ours was merged here before. A file that
 * was renamed touches both of its paths. A change whose list of files is cut may carry every risk.
 */
export function risksOf(
  { files, filesComplete }: Pick<PullSnapshot, "files" | "filesComplete">,
  first: boolean,
  config: Config,
): Risk[] {
  const lines = files.reduce((sum, file) => sum + file.added + file.deleted, 0);
  const paths = files.flatMap(({ path, oldPath }) => (oldPath === undefined ? [path] : [path, oldPath]));
  const unknown = !filesComplete || paths.includes("");
  const touches = (pattern: RegExp) => unknown || paths.some((path) => pattern.test(path));
  const found: Record<Risk, boolean> = {
    first: first && config.approval.first_pull,
    dependencies: touches(DEPENDENCIES),
    database: touches(DATABASE),
    ci: touches(CI),
    large: !filesComplete || lines > config.approval.large_lines,
  };
  const asked = new Set<Risk>(["first", ...config.approval.risks]);
  return RISKS.filter((risk) => found[risk] && asked.has(risk));
}

/** Paths that no agent may ever change, whatever the configuration says. */
export const ALWAYS_PROTECTED: readonly string[] = [
  ".github/workflows/**",
  ".github/actions/**",
  ".github/nightshift*",
  ".github/nightshift/**",
  ".git/**",
];

/** The paths of a change that are protected; case is ignored because some file systems ignore it. */
export function protectedPaths(paths: readonly string[], extra: readonly string[]): string[] {
  const tests = [...ALWAYS_PROTECTED, ...extra].map(globTest);
  return paths.filter((path) => tests.some((test) => test(path)));
}
