/** Which workflow files a push to the base starts, and so no merge by a workflow's token. */
import { expect, test } from "vitest";
import { parse } from "yaml";
import { startsOnPush } from "../../src/domain/push-trigger.ts";

test.each<[string, boolean]>([
  ["on: push", true],
  ["on: [pull_request, push]", true],
  ["on: { push: }", true],
  ["on: { push: { branches: [main] } }", true],
  ["on: { push: { branches: ['**'] } }", true],
  ["on: { push: { branches: ['m?ain', 'ma[a-i]n'] } }", true],
  ["on: { push: { branches: ['*', '!main'] } }", false],
  ["on: { push: { branches: ['!main', 'm*'] } }", true],
  ["on: { push: { branches: ['releases/**'] } }", false],
  ["on: { push: { branches: ['**/main'] } }", true],
  ["on: { push: { branches-ignore: [main] } }", false],
  ["on: { push: { branches-ignore: [dev] } }", true],
  ["on: { push: { tags: ['v*'] } }", false],
  ["on: { push: { paths: ['src/**'] } }", true],
  ["on: pull_request", false],
  ["on: workflow_dispatch", false],
  ["jobs: {}", false],
  ["hello", false],
])("%s: %s", (text, starts) => {
  expect(startsOnPush(parse(text), "main")).toBe(starts);
});
