/** What wakes the manager again, where several ladders wait for the same. */

export const ACTS = { kind: "acts" } as const;

export const BY_MESSAGE = {
  kind: "event",
  name: "the run that is at work sends the next message when it ends",
} as const;

export const BY_PULL_EVENT = {
  kind: "event",
  name: "a comment, review, label or pull request event rings the doorbell",
} as const;

export const BY_CHECKS = {
  kind: "event",
  name: "the end of a CI workflow that the template names, else the sweep",
} as const;
