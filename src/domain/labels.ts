/** The labels: the visible half of the state, and the names of the states that people see. */

export const REQUIREMENT_STATES = [
  "planning",
  "awaiting-approval",
  "building",
  "complete",
  "needs-human",
  "paused",
] as const;
export type RequirementState = (typeof REQUIREMENT_STATES)[number];

export const FEATURE_STATES = [
  "queued",
  "implementing",
  "in-review",
  "fixing",
  "ready-to-merge",
  "merged",
  "needs-human",
] as const;
export type FeatureState = (typeof FEATURE_STATES)[number];

export const RISKS = ["first", "dependencies", "database", "ci", "large"] as const;
export type Risk = (typeof RISKS)[number];

/** A label as GitHub wants it: name <= 50 characters, colour of six digits, description <= 100 characters. */
export interface Label {
  name: string;
  color: string;
  description: string;
}

const STATE_TEXT: Readonly<
  Record<RequirementState | FeatureState, readonly [color: string, description: string]>
> = {
  planning: ["c5def5", "The code agent is reading the requirement"],
  "awaiting-approval": ["fbca04", "A person approves the plan: /nightshift approve"],
  building: ["0e8a16", "Features are being built"],
  complete: ["5319e7", "Every feature is merged"],
  paused: ["d4c5f9", "Stopped by a person: /nightshift resume"],
  "needs-human": ["d93f0b", "A person has to decide; the last comment says what"],
  queued: ["ededed", "Waits for its turn"],
  implementing: ["c2e0c6", "The code agent is writing it"],
  "in-review": ["bfdadc", "The review agent is reading it"],
  fixing: ["fef2c0", "The code agent is answering findings"],
  "ready-to-merge": ["0e8a16", "Reviewed and verified at this head"],
  merged: ["5319e7", "Landed on the base branch"],
};

const RISK_TEXT: Readonly<Record<Risk, string>> = {
  first: "The first pull request of this repository",
  dependencies: "Changes what is installed",
  database: "Changes stored data or its schema",
  ci: "Changes how the project is built, tested or released",
  large: "Changes many lines",
};

/** The label that marks a requirement; adding it, by someone with write permission, authorises the work. */
export function requirementLabel(prefix: string): string {
  return prefix;
}

export function stateLabel(prefix: string, state: RequirementState | FeatureState): string {
  return `${prefix}:${state}`;
}

export function riskLabel(prefix: string, risk: Risk): string {
  return `${prefix}:risk-${risk}`;
}

/** The label that asks for a review of a pull request that Nightshift did not open; it counts with `review.scope: labelled`. */
export function reviewLabel(prefix: string): string {
  return `${prefix}:review`;
}

/** Every label that Nightshift uses, for `init` and for the first run. */
export function allLabels(prefix: string): Label[] {
  const states = new Set<RequirementState | FeatureState>([...REQUIREMENT_STATES, ...FEATURE_STATES]);
  return [
    { name: requirementLabel(prefix), color: "1d76db", description: "A requirement for Nightshift to build" },
    ...[...states].map((state) => {
      const [color, description] = STATE_TEXT[state];
      return { name: stateLabel(prefix, state), color, description };
    }),
    ...RISKS.map((risk) => ({
      name: riskLabel(prefix, risk),
      color: "b60205",
      description: RISK_TEXT[risk],
    })),
    {
      name: reviewLabel(prefix),
      color: "bfdadc",
      description: "With review.scope: labelled, the review agent reads this pull request of people",
    },
  ];
}

/** The requirement's state by its labels; when a kill left two, the one that stops more wins. */
export function requirementState(prefix: string, labels: readonly string[]): RequirementState | undefined {
  const precedence: readonly RequirementState[] = [
    "paused",
    "needs-human",
    "complete",
    "awaiting-approval",
    "building",
    "planning",
  ];
  return precedence.find((state) => labels.includes(stateLabel(prefix, state)));
}

/** The feature's state by its labels; when a kill left two, the one that stops more wins. */
export function featureState(prefix: string, labels: readonly string[]): FeatureState | undefined {
  const precedence: readonly FeatureState[] = [
    "needs-human",
    "merged",
    "ready-to-merge",
    "fixing",
    "in-review",
    "implementing",
    "queued",
  ];
  return precedence.find((state) => labels.includes(stateLabel(prefix, state)));
}

/** Labels to add and to remove so that exactly `state` of `family` is left. Added first, then removed. */
export function labelChange<State extends RequirementState | FeatureState>(
  prefix: string,
  family: readonly State[],
  state: State,
  labels: readonly string[],
): { add: string[]; remove: string[] } {
  const wanted = stateLabel(prefix, state);
  return {
    add: labels.includes(wanted) ? [] : [wanted],
    remove: family
      .map((other) => stateLabel(prefix, other))
      .filter((name) => name !== wanted && labels.includes(name)),
  };
}
