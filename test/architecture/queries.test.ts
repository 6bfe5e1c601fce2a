import { buildSchema, Kind, parse, validate, visit } from "graphql";
import { describe, expect, test } from "vitest";
import * as queries from "../../src/github/queries.ts";
import { readText } from "./project-files.ts";

/** GitHub publishes two fields twice, which the specification forbids. */
const schema = buildSchema(readText("node_modules/@octokit/graphql-schema/schema.graphql"), {
  assumeValidSDL: true,
});

const DOCUMENTS: [string, string][] = [
  ...Object.entries(queries).flatMap(([name, value]): [string, string][] =>
    typeof value === "string" ? [[name, value]] : [],
  ),
  ...[1, 2, 30].map((count): [string, string] => [
    `submitWithAnswers(${count})`,
    queries.submitWithAnswers(count),
  ]),
  ...[
    [0, 1, 0],
    [2, 0, 1],
    [0, 0, 2],
    [30, 10, 30],
  ].map(([answers = 0, files = 0, over = 0]): [string, string] => [
    `submitReview(${answers}, ${files}, ${over})`,
    queries.submitReview(answers, files, over),
  ]),
  ["submitWithAnswers(0)", queries.submitWithAnswers(0)],
  ...[1, 50].map((count): [string, string] => [`resolveThreads(${count})`, queries.resolveThreads(count)]),
  ...[
    [{ adds: true, removes: false }],
    [{ adds: false, removes: true }],
    [
      { adds: true, removes: true },
      { adds: true, removes: false },
    ],
  ].map((changes): [string, string] => [
    `changeLabels(${JSON.stringify(changes)})`,
    queries.changeLabels(changes),
  ]),
];

describe("the GraphQL documents", () => {
  test("are all here", () => {
    expect(DOCUMENTS.length).toBeGreaterThan(10);
  });

  test.each(DOCUMENTS)("%s fits GitHub's own schema", (_name, document) => {
    expect(validate(schema, parse(document)).map(({ message }) => message)).toEqual([]);
  });

  test.each(DOCUMENTS)("%s pages within GitHub's limits, and says what kind it is", (_name, document) => {
    const sizes: number[] = [];
    const kinds: string[] = [];
    visit(parse(document), {
      OperationDefinition: (node) => void kinds.push(node.operation),
      Argument: (node) => {
        if ((node.name.value === "first" || node.name.value === "last") && node.value.kind === Kind.INT)
          sizes.push(Number(node.value.value));
      },
    });
    expect(sizes.filter((size) => size < 1 || size > 100)).toEqual([]);
    expect(document.startsWith(`${kinds[0]} `)).toBe(true);
  });

  test("a document that asks for an unknown field would be seen", () => {
    expect(validate(schema, parse(queries.THREADS.replace("isResolved", "isSolved")))).toHaveLength(1);
  });
});
