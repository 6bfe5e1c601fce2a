#!/usr/bin/env node
/** The one program: a phase of an action (`code gate`), the sandbox's file server or way out, or a command of the CLI. Loads only what it runs. */
import { fileURLToPath } from "node:url";

const [root = "", phase = ""] = process.argv.slice(2);
const bundle = fileURLToPath(import.meta.url);

if (root === "sandbox-files") {
  const { serveFiles } = await import("./agent/sandbox/file-server.ts");
  await serveFiles();
} else if (root === "sandbox-egress") {
  const { runBridged } = await import("./agent/sandbox/egress/bridge.ts");
  process.exit(await runBridged(process.argv.slice(3)));
} else if (isPhase(root, phase)) {
  const { runAction } = await import("./actions/io.ts");
  const main = await entryOf(root);
  await runAction(main, bundle, phase);
} else {
  const { runCli } = await import("./cli/main.ts");
  process.exitCode = await runCli(process.argv.slice(2));
}

/** `review gate` is a phase of an action; `review --repo …` would be a command. */
function isPhase(agent: string, name: string): agent is "code" | "review" | "merge" {
  return (
    ["code", "review", "merge"].includes(agent) &&
    /^(gate|fetch|agent|verify|apply|all|tick|ring)$/.test(name)
  );
}

async function entryOf(agent: "code" | "review" | "merge") {
  if (agent === "code") return (await import("./actions/code.ts")).main;
  if (agent === "review") return (await import("./actions/review.ts")).main;
  return (await import("./actions/merge.ts")).main;
}
