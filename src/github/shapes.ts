/** The shapes of what the queries answer, checked at the door: only what we read, everything else is ignored. */
import { z } from "zod";

const Actor = z.object({ __typename: z.string(), login: z.string() }).nullable();
const nodes = <Item extends z.ZodType>(item: Item) =>
  z
    .object({ nodes: z.array(item.nullable()).nullable() })
    .transform((connection) =>
      (connection.nodes ?? []).filter((node): node is NonNullable<typeof node> => node !== null),
    );

export const CommentNode = z.object({
  id: z.string(),
  databaseId: z.number().nullable(),
  body: z.string(),
  createdAt: z.string(),
  lastEditedAt: z.string().nullable(),
  author: Actor,
  editor: Actor,
  reactionGroups: z.array(z.object({ viewerHasReacted: z.boolean() })).nullable(),
});
export type CommentNode = z.infer<typeof CommentNode>;

const LabelName = z.object({ name: z.string() });

export const RequirementNode = z.object({
  number: z.number(),
  id: z.string(),
  title: z.string(),
  body: z.string(),
  state: z.enum(["OPEN", "CLOSED"]),
  createdAt: z.string(),
  lastEditedAt: z.string().nullable(),
  author: Actor,
  editor: Actor,
  labels: nodes(LabelName).nullable(),
  comments: nodes(CommentNode),
  timelineItems: nodes(
    z.object({
      __typename: z.string(),
      createdAt: z.string().optional(),
      actor: Actor.optional(),
      label: LabelName.optional(),
    }),
  ),
  subIssues: nodes(
    z.object({
      number: z.number(),
      id: z.string(),
      title: z.string(),
      body: z.string(),
      state: z.enum(["OPEN", "CLOSED"]),
      labels: nodes(LabelName).nullable(),
      comments: nodes(CommentNode),
    }),
  ),
});
export type RequirementNode = z.infer<typeof RequirementNode>;

const CommitStatus = z
  .object({
    contexts: z.array(
      z.object({
        context: z.string(),
        state: z.enum(["ERROR", "EXPECTED", "FAILURE", "PENDING", "SUCCESS"]),
        description: z.string().nullable(),
        targetUrl: z.string().nullable(),
        createdAt: z.string(),
        creator: Actor,
      }),
    ),
  })
  .nullable();

const CheckConclusion = z.string().nullable();
const Text = z.object({ text: z.string().nullable().optional() }).nullable();

/** What only open pull requests are asked. */
const Gate = z.object({
  reviewDecision: z.enum(["APPROVED", "CHANGES_REQUESTED", "REVIEW_REQUIRED"]).nullable(),
  mergeStateStatus: z.string(),
  base: z
    .object({
      refUpdateRule: z
        .object({
          requiredApprovingReviewCount: z.number().nullable(),
          requiredStatusCheckContexts: z.array(z.string().nullable()).nullable(),
          requiresCodeOwnerReviews: z.boolean(),
          requiresConversationResolution: z.boolean(),
          requiresLinearHistory: z.boolean(),
          requiresSignatures: z.boolean(),
        })
        .nullable(),
    })
    .nullable(),
  reviewThreads: z.object({
    pageInfo: z.object({ hasNextPage: z.boolean() }),
    nodes: z.array(z.object({ isResolved: z.boolean() }).nullable()).nullable(),
  }),
  tip: nodes(
    z.object({
      commit: z.object({
        author: z.object({ user: z.object({ login: z.string() }).nullable() }).nullable(),
        signature: z.object({ isValid: z.boolean() }).nullable(),
        statusCheckRollup: z
          .object({
            contexts: z.object({
              pageInfo: z.object({ hasNextPage: z.boolean() }),
              nodes: z
                .array(
                  z
                    .object({
                      __typename: z.string(),
                      databaseId: z.number().nullable().optional(),
                      name: z.string().optional(),
                      status: z.string().optional(),
                      conclusion: CheckConclusion.optional(),
                      checkSuite: z
                        .object({
                          id: z.string(),
                          app: z.object({ databaseId: z.number().nullable() }).nullable(),
                        })
                        .optional(),
                    })
                    .nullable(),
                )
                .nullable(),
            }),
          })
          .nullable(),
        checkSuites: nodes(
          z.object({
            checkRuns: nodes(
              z.object({
                databaseId: z.number().nullable(),
                status: z.string(),
                conclusion: CheckConclusion,
                title: z.string().nullable(),
                summary: z.string().nullable(),
              }),
            ).nullable(),
          }),
        ).nullable(),
      }),
    }),
  ),
});

export const PullNode = z.object({
  number: z.number(),
  id: z.string(),
  title: z.string(),
  body: z.string(),
  state: z.enum(["OPEN", "CLOSED", "MERGED"]),
  isDraft: z.boolean(),
  isCrossRepository: z.boolean(),
  mergeable: z.enum(["MERGEABLE", "CONFLICTING", "UNKNOWN"]),
  lastEditedAt: z.string().nullable(),
  author: Actor,
  editor: Actor,
  headRefName: z.string(),
  headRefOid: z.string(),
  baseRefName: z.string(),
  baseRef: z.object({ target: z.object({ oid: z.string() }).nullable() }).nullable(),
  mergeCommit: z
    .object({
      oid: z.string(),
      message: z.string(),
      status: CommitStatus,
      parents: nodes(z.object({ oid: z.string(), status: CommitStatus })),
    })
    .nullable(),
  labels: nodes(LabelName).nullable(),
  files: z
    .object({
      pageInfo: z.object({ hasNextPage: z.boolean() }),
      nodes: z
        .array(
          z
            .object({
              path: z.string(),
              additions: z.number(),
              deletions: z.number(),
              changeType: z.string(),
            })
            .nullable(),
        )
        .nullable(),
    })
    .nullable(),
  commits: nodes(
    z.object({
      commit: z.object({
        oid: z.string(),
        author: z
          .object({ email: z.string().nullable(), user: z.object({ login: z.string() }).nullable() })
          .nullable(),
        status: CommitStatus,
      }),
    }),
  ),
  reviews: nodes(
    z.object({
      state: z.enum(["APPROVED", "CHANGES_REQUESTED", "COMMENTED", "DISMISSED", "PENDING"]),
      body: z.string(),
      submittedAt: z.string().nullable(),
      lastEditedAt: z.string().nullable(),
      commit: z.object({ oid: z.string() }).nullable(),
      author: Actor,
      editor: Actor,
    }),
  ).nullable(),
  comments: nodes(CommentNode),
});
export type PullNode = z.infer<typeof PullNode>;

export const OpenPullNode = z.object({ ...PullNode.shape, ...Gate.shape });
export type OpenPullNode = z.infer<typeof OpenPullNode>;

const OpenPulls = z
  .object({
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
    nodes: z.array(OpenPullNode.nullable()).nullable(),
  })
  .transform(({ pageInfo, nodes: found }) => ({
    next: pageInfo.hasNextPage ? pageInfo.endCursor : null,
    nodes: (found ?? []).filter((node) => node !== null),
  }));

export const OpenPullPage = z.object({ repository: z.object({ open: OpenPulls }) });

export const ThreadNode = z.object({
  id: z.string(),
  isResolved: z.boolean(),
  isOutdated: z.boolean(),
  path: z.string(),
  line: z.number().nullable(),
  originalLine: z.number().nullable(),
  resolvedBy: z.object({ login: z.string() }).nullable(),
  comments: nodes(
    z.object({
      body: z.string(),
      createdAt: z.string(),
      lastEditedAt: z.string().nullable(),
      author: Actor,
      editor: Actor,
    }),
  ),
});
export type ThreadNode = z.infer<typeof ThreadNode>;

const ReviewThreads = z.object({
  pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
  nodes: z.array(ThreadNode.nullable()).nullable(),
});
export type ReviewThreads = z.infer<typeof ReviewThreads>;

export const ThreadPage = z.object({
  repository: z.object({ pullRequest: z.object({ reviewThreads: ReviewThreads }) }),
});

export const Observation = z.object({
  repository: z.object({
    isPrivate: z.boolean(),
    defaultBranchRef: z
      .object({ name: z.string(), target: z.object({ oid: z.string() }).nullable() })
      .nullable(),
    config: z.object({ text: z.string().nullable().optional() }).nullable(),
    merged: nodes(PullNode),
    open: OpenPulls,
    codeOwners: Text,
    codeOwnersAbove: Text,
    codeOwnersInDocs: Text,
    closed: nodes(PullNode),
    issues: nodes(RequirementNode),
    closedIssues: nodes(RequirementNode),
    namedIssue: RequirementNode.nullable().optional(),
    watchedPull: z.object({ number: z.int(), reviewThreads: ReviewThreads }).nullable().optional(),
    labels: nodes(z.object({ id: z.string(), name: z.string() })).nullable(),
  }),
});

export const WorkflowRuns = z.object({
  workflow_runs: z.array(
    z.object({
      id: z.number(),
      path: z.string(),
      display_title: z.string(),
      status: z.string().nullable(),
      conclusion: z.string().nullable(),
      event: z.string(),
      head_branch: z.string().nullable(),
      created_at: z.string(),
    }),
  ),
});
export type WorkflowRunNode = z.infer<typeof WorkflowRuns>["workflow_runs"][number];

export type ActorNode = z.infer<typeof Actor>;
