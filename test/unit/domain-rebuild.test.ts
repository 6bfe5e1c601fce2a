import { describe, expect, test } from "vitest";
import { planFromIssues, planFromPull, pullBlockFromBranch } from "../../src/domain/rebuild.ts";
import type { PullSnapshot, RequirementSnapshot } from "../../src/domain/snapshot.ts";
import { withBlock } from "../../src/domain/state-block.ts";

const issue = (number: number, body: string) => ({
  number,
  nodeId: `I${number}`,
  title: `Feature ${number}`,
  body,
  open: true,
  labels: [],
  comments: [],
});
const marked = (number: number, key: string, after: string[] = []) =>
  issue(
    number,
    withBlock("Builds it.\n\n**Acceptance criteria**\n\n- [ ] it works\n- [x] it is tested", {
      v: 1,
      kind: "feature",
      requirement: 1,
      key,
      after,
    }),
  );

const REQUIREMENT: RequirementSnapshot = {
  number: 1,
  nodeId: "I1",
  title: "A blog",
  body: "Please.",
  textHash: "0".repeat(64),
  lastEdit: undefined,
  open: true,
  author: { login: "ada", bot: false },
  labels: [],
  labelled: undefined,
  comments: [],
  sticky: undefined,
  stickyCreatedAt: undefined,
  features: [],
};

describe("an edited plan comment", () => {
  test("the plan is read from the sub-issues with their criteria and order", () => {
    const plan = planFromIssues({
      ...REQUIREMENT,
      features: [marked(2, "accounts"), marked(3, "posts", ["accounts"])],
    });
    expect(plan.map(({ key, number, after, criteria }) => ({ key, number, after, criteria }))).toEqual([
      { key: "accounts", number: 2, after: [], criteria: ["it works", "it is tested"] },
      { key: "posts", number: 3, after: ["accounts"], criteria: ["it works", "it is tested"] },
    ]);
  });

  test("a sub-issue of people is no feature", () => {
    expect(planFromIssues({ ...REQUIREMENT, features: [issue(2, "by hand")] })).toEqual([]);
  });

  test("a requirement that is its own feature is known by its pull request", () => {
    const block = pullBlockFromBranch({ branch: "nightshift/1-blog" }, [REQUIREMENT], "nightshift/");
    expect(planFromPull(REQUIREMENT, [{ block } as PullSnapshot])).toMatchObject([
      { key: "blog", number: 1, title: "A blog" },
    ]);
    expect(planFromPull(REQUIREMENT, [])).toEqual([]);
  });
});

describe("an edited pull request text", () => {
  test.each([
    { branch: "nightshift/2-accounts", found: { requirement: 1, feature: 2, key: "accounts" } },
    { branch: "nightshift/1-blog", found: { requirement: 1, feature: 1, key: "blog" } },
    { branch: "nightshift/9-other", found: undefined },
    { branch: "nightshift/accounts", found: undefined },
    { branch: "feature/2-accounts", found: undefined },
  ])("$branch", ({ branch, found }) => {
    const requirements = [{ ...REQUIREMENT, features: [marked(2, "accounts")] }];
    const block = pullBlockFromBranch({ branch }, requirements, "nightshift/");
    expect(block && { requirement: block.requirement, feature: block.feature, key: block.key }).toEqual(
      found,
    );
  });
});
