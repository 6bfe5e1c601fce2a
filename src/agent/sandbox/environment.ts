/** The environment of sandboxed commands: a short list that we make, never the parent's. */

/** Names that a sandboxed process may see; the probe fails on any other. */
export type Environment = Readonly<Record<string, string>>;

/** Where toolchains live, when the parent's environment says so; their directories are bound read-only. */
export const TOOLCHAIN_HOMES = ["JAVA_HOME", "GOROOT", "PYENV_ROOT", "RUSTUP_HOME", "DOTNET_ROOT"] as const;

export interface EnvironmentPlaces {
  path: string;
  home: string;
  temporary: string;
  toolchains: Environment;
}

/** The whole environment of the sandbox and of its launcher. */
export function sandboxEnvironment(places: EnvironmentPlaces): Environment {
  return {
    ...places.toolchains,
    PATH: places.path,
    HOME: places.home,
    TMPDIR: places.temporary,
    LANG: "C.UTF-8",
    TERM: "dumb",
    CI: "1",
    NO_COLOR: "1",
    PAGER: "cat",
    GIT_PAGER: "cat",
    GIT_TERMINAL_PROMPT: "0",
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_OPTIONAL_LOCKS: "0",
  };
}

/** Toolchain homes that the parent knows. */
export function toolchainHomes(parent: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    TOOLCHAIN_HOMES.flatMap((name) => {
      const value = parent[name];
      return value?.startsWith("/") ? [[name, value]] : [];
    }),
  );
}
