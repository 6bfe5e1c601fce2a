/** The small vocabulary that every other schema is built from. */
import { z } from "zod";

/** A full git object id. */
export const Sha = z.string().regex(/^[0-9a-f]{40}$/, "expected 40 hexadecimal digits");
export type Sha = z.infer<typeof Sha>;

/** `owner/name` */
export const RepositoryName = z.string().regex(/^[\w.-]+\/[\w.-]+$/, "expected owner/name");
export type RepositoryName = z.infer<typeof RepositoryName>;

/** Number of an issue or a pull request. */
export const IssueNumber = z.int().positive();

/** A feature's name within its requirement: stable over replans, part of its branch. */
export const FeatureKey = z
  .string()
  .max(40)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "expected a slug such as log-in");
export type FeatureKey = z.infer<typeof FeatureKey>;

export const AgentName = z.enum(["code", "review", "merge"]);
export type AgentName = z.infer<typeof AgentName>;

export const UsDollars = z.number().positive().max(10_000);

/** First seven digits, as people write them. */
export function short(sha: string): string {
  return sha.slice(0, 7);
}
