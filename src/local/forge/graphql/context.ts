/** What resolvers share: who asks, connections as GitHub pages them, readings of arguments. */
import { ApiError } from "../errors.ts";
import { isObject } from "../http/body.ts";
import { repositoryById, type Site } from "../site.ts";
import type { Repository } from "../store/records.ts";
import { type Access, type Acting, demand } from "../viewer.ts";

export interface Context {
  site: Site;
  viewer: Acting;
}

/** An object of the schema: values, or functions of the field's arguments. A missing field is an error, never null. */
export type View = { __typename: string; [field: string]: unknown };

export type Arguments = { [name: string]: unknown };

const MAX_PAGE = 100;

/** One page of rows in the shape of every GitHub connection. */
export function connection<Row>(
  rows: readonly Row[],
  args: Arguments,
  typename: string,
  render: (row: Row) => unknown,
  more: { [field: string]: unknown } = {},
): View {
  const { first, last } = boundsOf(args);
  const after = cursorOf(args.after);
  const before = cursorOf(args.before);
  let start = after === undefined ? 0 : after + 1;
  let end = before === undefined ? rows.length : Math.min(before, rows.length);
  if (first !== undefined) end = Math.min(end, start + first);
  if (last !== undefined) start = Math.max(start, end - last);
  const page = rows.slice(start, end);
  return {
    __typename: typename,
    totalCount: rows.length,
    nodes: () => page.map(render),
    edges: () =>
      page.map((row, index) => ({
        __typename: typename.replace("Connection", "Edge"),
        cursor: toCursor(start + index),
        node: render(row),
      })),
    pageInfo: {
      __typename: "PageInfo",
      hasNextPage: end < rows.length,
      hasPreviousPage: start > 0,
      startCursor: page.length > 0 ? toCursor(start) : null,
      endCursor: page.length > 0 ? toCursor(end - 1) : null,
    },
    ...more,
  };
}

function boundsOf(args: Arguments): { first: number | undefined; last: number | undefined } {
  const read = (name: string): number | undefined => {
    const value = args[name];
    if (typeof value !== "number") return undefined;
    if (value < 0 || value > MAX_PAGE)
      throw new ApiError(
        422,
        `Requesting ${value} records on a connection exceeds the \`${name}\` limit of ${MAX_PAGE} records.`,
        { type: "EXCESSIVE_PAGINATION" },
      );
    return value;
  };
  return { first: read("first"), last: read("last") };
}

/** GitHub refuses connections without bounds when their nodes are asked for. */
export function demandBounds(args: Arguments, field: string): void {
  if (typeof args.first === "number" || typeof args.last === "number") return;
  throw new ApiError(
    422,
    `You must provide a \`first\` or \`last\` value to properly paginate the \`${field}\` connection.`,
    { type: "MISSING_PAGINATION_BOUNDARIES" },
  );
}

const toCursor = (index: number): string => Buffer.from(`cursor:${index}`).toString("base64");

function cursorOf(value: unknown): number | undefined {
  if (typeof value !== "string") return undefined;
  const [, index] = /^cursor:(\d+)$/.exec(Buffer.from(value, "base64").toString()) ?? [];
  if (index === undefined)
    throw new ApiError(422, `\`${value}\` does not appear to be a valid cursor.`, {
      type: "INVALID_CURSOR_ARGUMENTS",
    });
  return Number(index);
}

export function inputOf(args: Arguments): Arguments {
  const input = args.input;
  return isObject(input) ? input : {};
}

export function text(args: Arguments, name: string): string {
  const value = args[name];
  return typeof value === "string" ? value : "";
}

export function maybeText(args: Arguments, name: string): string | undefined {
  const value = args[name];
  return typeof value === "string" ? value : undefined;
}

export function texts(args: Arguments, name: string): string[] | undefined {
  const value = args[name];
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : undefined;
}

export function objects(args: Arguments, name: string): Arguments[] {
  const value = args[name];
  return Array.isArray(value) ? value.filter(isObject) : [];
}

export function maybeNumber(args: Arguments, name: string): number | undefined {
  const value = args[name];
  return typeof value === "number" ? value : undefined;
}

/** The row's repository, after checking that the viewer may do this there. */
export function allowed(context: Context, repositoryId: number, access: Access): Repository {
  const repository = repositoryById(context.site, repositoryId);
  demand(context.viewer, repository, access);
  return repository;
}

export function unresolved(id: string): ApiError {
  return new ApiError(404, `Could not resolve to a node with the global id of '${id}'`, {
    type: "NOT_FOUND",
  });
}
