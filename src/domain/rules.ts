/** What the rules of a branch ask for before a merge: rulesets and classic protection, as far as a token of a workflow may read them. */

export interface RequiredCheck {
  name: string;
  /** Id of the GitHub App that has to give it; undefined: anyone. */
  app: number | undefined;
}

export interface BranchRules {
  /** Approving reviews by people with write permission. */
  reviews: number;
  codeOwners: boolean;
  /** Whoever pushed last does not count as an approver. */
  lastPushApproval: boolean;
  /** Every conversation is resolved. */
  threads: boolean;
  signatures: boolean;
  linearHistory: boolean;
  /** Undefined: whatever the repository allows. */
  methods: readonly string[] | undefined;
  /** Environments that the head has to be deployed to. */
  deployments: readonly string[];
  queue: boolean;
  checks: readonly RequiredCheck[];
  /** The branch has to contain the base as it is. */
  strict: boolean;
  /** Nobody but those who may pass the rules moves the branch. */
  locked: boolean;
  /** Types of rules that can refuse a merge and are judged by GitHub alone. */
  others: readonly string[];
}

export const NO_RULES: BranchRules = {
  reviews: 0,
  codeOwners: false,
  lastPushApproval: false,
  threads: false,
  signatures: false,
  linearHistory: false,
  methods: undefined,
  deployments: [],
  queue: false,
  checks: [],
  strict: false,
  locked: false,
  others: [],
};

/** Both hold: GitHub enforces every rule that names a branch, the strictest of each kind. */
export function bothRules(one: BranchRules, other: BranchRules): BranchRules {
  const either = (pick: (rules: BranchRules) => boolean) => pick(one) || pick(other);
  return {
    reviews: Math.max(one.reviews, other.reviews),
    codeOwners: either((rules) => rules.codeOwners),
    lastPushApproval: either((rules) => rules.lastPushApproval),
    threads: either((rules) => rules.threads),
    signatures: either((rules) => rules.signatures),
    linearHistory: either((rules) => rules.linearHistory),
    methods: bothMethods(one.methods, other.methods),
    deployments: [...new Set([...one.deployments, ...other.deployments])],
    queue: either((rules) => rules.queue),
    checks: bothChecks([...one.checks, ...other.checks]),
    strict: either((rules) => rules.strict),
    locked: either((rules) => rules.locked),
    others: [...new Set([...one.others, ...other.others])],
  };
}

/** Each once; one that a certain app has to give says more than the same name alone. */
function bothChecks(checks: readonly RequiredCheck[]): RequiredCheck[] {
  const kept = new Map<string, RequiredCheck>();
  for (const check of checks) kept.set(`${check.app ?? ""} ${check.name.toLowerCase()}`, check);
  const pinned = new Set(checks.filter(({ app }) => app !== undefined).map(({ name }) => name.toLowerCase()));
  return [...kept.values()].filter(({ name, app }) => app !== undefined || !pinned.has(name.toLowerCase()));
}

function bothMethods(
  one: readonly string[] | undefined,
  other: readonly string[] | undefined,
): readonly string[] | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one.filter((method) => other.includes(method));
}
