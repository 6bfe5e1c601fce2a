/** How `run:` becomes a command line, by GitHub's table of shells (docs: workflow-syntax#jobsjob_idstepsshell). */
import { accessSync, constants } from "node:fs";
import { delimiter } from "node:path";

/** `{0}` stands for the script file. An absent shell is `bash -e {0}`, or `sh -e {0}` where there is no bash. */
export function shellTemplate(shell: string | undefined, path: string): string {
  if (shell === undefined || shell === "") return onPath("bash", path) ? "bash -e {0}" : "sh -e {0}";
  if (shell === "bash") return "bash --noprofile --norc -eo pipefail {0}";
  if (shell === "sh") return "sh -e {0}";
  if (shell === "python") return "python {0}";
  if (shell === "pwsh") return "pwsh -command \". '{0}'\"";
  return shell;
}

/** File and arguments of a shell template. Throws for a template without `{0}`. */
export function shellCommand(template: string, script: string): { file: string; args: string[] } {
  if (!template.includes("{0}")) {
    throw new Error(
      `Invalid shell option. Shell must be a valid built-in (bash, sh, python, pwsh) or a format string containing '{0}': '${template}'`,
    );
  }
  const words = [...template.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) =>
    (quoted ?? plain ?? "").replace("{0}", script),
  );
  const [file = "", ...args] = words;
  return { file, args };
}

export function scriptExtension(shell: string | undefined): string {
  const name = shell?.split(" ")[0] ?? "";
  return { python: ".py", pwsh: ".ps1", node: ".cjs" }[name] ?? ".sh";
}

function onPath(name: string, path: string): boolean {
  return path.split(delimiter).some((directory) => {
    try {
      accessSync(`${directory}/${name}`, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
