/** GitHub's opaque global ids: a type prefix and the row's id. */
const PREFIXES = {
  User: "U",
  Bot: "BOT",
  Repository: "R",
  Label: "LA",
  Issue: "I",
  PullRequest: "PR",
  IssueComment: "IC",
  PullRequestReview: "PRR",
  PullRequestReviewThread: "PRRT",
  PullRequestReviewComment: "PRRC",
  Reaction: "REA",
  Event: "LE",
  StatusContext: "SC",
  CheckRun: "CR",
  CheckSuite: "CS",
  WorkflowRun: "WFR",
  Workflow: "W",
  Commit: "C",
  Ref: "REF",
  Blob: "B",
  Tree: "T",
  App: "A",
  Installation: "IN",
  Organization: "O",
  StatusCheckRollup: "SCR",
  RepositoryRuleset: "RRS",
  BranchProtectionRule: "BPR",
  Deployment: "DE",
  DeploymentStatus: "DES",
  MergeQueue: "MQ",
  MergeQueueEntry: "MQE",
} as const;

export type NodeType = keyof typeof PREFIXES;

export function nodeId(type: NodeType, id: number | string): string {
  return `${PREFIXES[type]}_kw${Buffer.from(String(id)).toString("base64url")}`;
}

/** What a global id names; undefined for text that is not one of ours. */
export function parseNodeId(text: string): { type: NodeType; id: string } | undefined {
  const [, prefix, encoded = ""] = /^([A-Z]+)_kw([\w-]+)$/.exec(text) ?? [];
  for (const [type, known] of Object.entries(PREFIXES)) {
    if (known === prefix && isNodeType(type))
      return { type, id: Buffer.from(encoded, "base64url").toString() };
  }
  return undefined;
}

function isNodeType(text: string): text is NodeType {
  return text in PREFIXES;
}
