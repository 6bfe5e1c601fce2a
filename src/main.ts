#!/usr/bin/env node
/** The one program: an action phase (`code gate`) or a command of the CLI (`demo`). Loads only what it runs. */
const [root = "", phase = ""] = process.argv.slice(2);
if (root === "x") { const { convertWorkflowTemplate } = await import("@actions/workflow-parser"); process.stdout.write(typeof convertWorkflowTemplate); }
if (root === "y") { const { buildSchema } = await import("graphql"); process.stdout.write(typeof buildSchema); }
if (root === "g") { const { getOctokit } = await import("@actions/github"); process.stdout.write(typeof getOctokit); }
if (root === "a") { const { default: A } = await import("@anthropic-ai/sdk"); process.stdout.write(typeof A); }
process.stdout.write(`${import.meta.url} ${phase}\n`);
