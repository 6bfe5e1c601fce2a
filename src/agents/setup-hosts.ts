/** Which hosts the set-up commands of a repository need: the package registries of the managers that its files name. */

interface Manager {
  file: RegExp;
  hosts: readonly string[];
}

const MAVEN = ["repo.maven.apache.org", "repo1.maven.org"] as const;

/** By files at the top of the repository; a repository may have several. No host here takes uploads without an account. */
const MANAGERS: readonly Manager[] = [
  { file: /^package\.json$/, hosts: ["registry.npmjs.org", "registry.yarnpkg.com", "repo.yarnpkg.com"] },
  { file: /^deno\.jsonc?$/, hosts: ["jsr.io", "npm.jsr.io", "registry.npmjs.org"] },
  {
    file: /^(pyproject\.toml|setup\.py|setup\.cfg|requirements[\w.-]*\.txt|Pipfile|tox\.ini)$/,
    hosts: ["pypi.org", "files.pythonhosted.org"],
  },
  { file: /^go\.mod$/, hosts: ["proxy.golang.org", "sum.golang.org"] },
  { file: /^Cargo\.toml$/, hosts: ["index.crates.io", "static.crates.io", "crates.io"] },
  { file: /^pom\.xml$/, hosts: MAVEN },
  {
    file: /^(build|settings)\.gradle(\.kts)?$/,
    hosts: [
      ...MAVEN,
      "plugins.gradle.org",
      "plugins-artifacts.gradle.org",
      "services.gradle.org",
      "downloads.gradle.org",
    ],
  },
  { file: /^Gemfile$/, hosts: ["rubygems.org", "index.rubygems.org"] },
  { file: /^composer\.json$/, hosts: ["repo.packagist.org"] },
  { file: /\.(sln|slnx|csproj|fsproj)$/, hosts: ["api.nuget.org"] },
];

/** Hosts for the files of a tree; only those at its top count. */
export function registryHosts(files: Iterable<string>): string[] {
  const names = [...files].filter((name) => !name.includes("/"));
  const hosts = MANAGERS.filter(({ file }) => names.some((name) => file.test(name))).flatMap(
    (manager) => manager.hosts,
  );
  return [...new Set(hosts)];
}
