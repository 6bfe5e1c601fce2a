/** Tables from the YAML of actions, reusable workflows and templates. */

export function inputTable({ actions }, name) {
  return [
    "| input | required | default | meaning |",
    "|---|---|---|---|",
    ...Object.entries(actions[name].inputs ?? {}).map(
      ([id, input]) =>
        `| \`${id}\` | ${input.required ? "yes" : "no"} | ${input.default ? `\`${input.default}\`` : ""} | ${cell(input.description)} |`,
    ),
  ].join("\n");
}

export function outputTable({ actions }, name) {
  const outputs = Object.entries(actions[name].outputs ?? {});
  if (outputs.length === 0) return "It has no outputs.";
  return [
    "| output | meaning |",
    "|---|---|",
    ...outputs.map(([id, output]) => `| \`${id}\` | ${cell(output.description)} |`),
  ].join("\n");
}

/** Who may do what, and who holds a secret, job by job. */
export function jobTable({ workflows, templates }) {
  const doorbell = templates["nightshift-doorbell"];
  const rows = Object.entries({ ...workflows, doorbell }).flatMap(([workflow, { jobs }]) =>
    Object.entries(jobs).map(([job, { permissions, steps }]) => {
      const text = JSON.stringify(steps);
      const holds = [
        ...(/secrets\.\w+_api_key/.test(text) ? ["model key"] : []),
        ...(text.includes("github.token") ? [tokenHolder(steps)] : []),
      ];
      const may = Object.entries(permissions).map(([scope, level]) => `${scope}: ${level}`);
      return `| ${workflow} / ${job} | ${may.join(", ")} | ${holds.join(", ") || "nothing"} |`;
    }),
  );
  return ["| job | its token may | steps of ours are given |", "|---|---|---|", ...rows].join("\n");
}

function tokenHolder(steps) {
  const phases = steps.filter((step) => step.with?.github_token).map((step) => step.with.phase);
  return `token (${phases.join(", ")})`;
}

/** Repository variables that the templates read. The meaning is that of the workflow input which they fill. */
export function variableTable({ templates, workflows }) {
  const rows = new Map([["NIGHTSHIFT", "`off` stops every workflow of Nightshift before its first step"]]);
  for (const [template, workflow] of Object.entries(workflows).map(([name, called]) => [
    templates[`nightshift-${name}`],
    called,
  ])) {
    for (const { with: given = {} } of Object.values(template.jobs)) {
      for (const [input, value] of Object.entries(given)) {
        const name = /vars\.(\w+)/.exec(value)?.[1];
        if (name) rows.set(name, workflow.on.workflow_call.inputs[input].description);
      }
    }
  }
  const forgotten = [...JSON.stringify(templates).matchAll(/vars\.(\w+)/g)]
    .map((match) => match[1])
    .filter((name) => !rows.has(name));
  if (forgotten.length > 0)
    throw new Error(`The templates read ${forgotten.join(", ")}, which no workflow input explains.`);
  return [
    "| variable | meaning |",
    "|---|---|",
    ...[...rows].map(([name, text]) => `| \`${name}\` | ${cell(text)} |`),
  ].join("\n");
}

/** Secrets that the templates hand on. */
export function secretTable({ templates }) {
  const users = new Map();
  for (const [template, content] of Object.entries(templates)) {
    for (const [, name] of JSON.stringify(content).matchAll(/secrets\.(\w+)/g))
      users.set(name, [...(users.get(name) ?? []), template]);
  }
  return [
    "| secret | workflows that get it |",
    "|---|---|",
    ...[...users].map(([name, names]) => `| \`${name}\` | ${[...new Set(names)].join(", ")} |`),
  ].join("\n");
}

function cell(text) {
  return String(text).replaceAll("|", "\\|").trim();
}
