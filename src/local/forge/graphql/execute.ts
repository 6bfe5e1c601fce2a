/** Executes GraphQL requests against GitHub's schema. What is not implemented is an error that says so. */
import {
  type DocumentNode,
  execute,
  type GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  GraphQLError as GraphqlFailure,
  Kind,
  OverlappingFieldsCanBeMergedRule,
  parse,
  specifiedRules,
  validate,
} from "graphql";
import type { Json, JsonObject } from "../../contract.ts";
import { ApiError } from "../errors.ts";
import { isObject } from "../http/body.ts";
import type { GraphqlAnswer } from "../http/server.ts";
import type { Site } from "../site.ts";
import { NOTIFYING_MUTATIONS } from "../statistics.ts";
import { demandSomebody, type Viewer } from "../viewer.ts";
import type { Context } from "./context.ts";
import { mutations } from "./mutations/mutations.ts";
import { queries } from "./queries.ts";
import { loadSchema } from "./schema.ts";

/** GitHub accepts sibling fragments with same-named fields of different enum types; graphql-js does not. */
const RULES = specifiedRules.filter((rule) => rule !== OverlappingFieldsCanBeMergedRule);

export function createGraphql(site: Site, schemaPath: string | undefined) {
  const load = (): Promise<GraphQLSchema> => loadSchema(schemaPath);
  return {
    warmUp: (): void => void load().catch((error: unknown) => site.log(String(error))),
    answer: async (viewer: Viewer, body: Json): Promise<GraphqlAnswer> =>
      answer({ site, viewer: demandSomebody(viewer) }, await load(), body),
  };
}

/** Documents that were parsed and found valid for a schema, by their text; the one that was first kept is the first to go. */
const valid = new WeakMap<GraphQLSchema, Map<string, DocumentNode>>();
const REMEMBERED = 200;

async function answer(context: Context, schema: GraphQLSchema, body: Json): Promise<GraphqlAnswer> {
  const query = isObject(body) && typeof body.query === "string" ? body.query : undefined;
  if (query === undefined)
    return plain(400, { message: "A query attribute must be specified and must be a string." });
  const variables = isObject(body) && isObject(body.variables) ? body.variables : {};
  const operationName =
    isObject(body) && typeof body.operationName === "string" ? body.operationName : undefined;
  let document = valid.get(schema)?.get(query);
  if (document === undefined) {
    try {
      document = parse(query, { noLocation: false });
    } catch (error) {
      return plain(200, { errors: [{ message: error instanceof Error ? error.message : String(error) }] });
    }
    const wrong = validate(schema, document, RULES);
    if (wrong.length > 0) return plain(200, { errors: wrong.map(errorJson) });
    remember(schema, query, document);
  }
  const fields = rootFields(document, operationName);
  const result = await execute({
    schema,
    document,
    variableValues: variables,
    contextValue: context,
    fieldResolver: strictly,
    typeResolver: typenameOf,
    rootValue: fields.kind === "mutation" ? mutations(context) : queries(context),
    ...(operationName === undefined ? {} : { operationName }),
  });
  const said = {
    data: result.data ?? null,
    ...(result.errors ? { errors: result.errors.map(errorJson) } : {}),
  };
  const notifying = !result.errors && fields.names.some((name) => NOTIFYING_MUTATIONS.has(name));
  return {
    status: 200,
    body: Buffer.from(JSON.stringify(said)),
    route: `graphql:${fields.kind} ${fields.names.join(",")}`,
    notifying,
    repository: repositoryIn(variables),
  };
}

function remember(schema: GraphQLSchema, query: string, document: DocumentNode): void {
  const documents = valid.get(schema) ?? new Map<string, DocumentNode>();
  valid.set(schema, documents.set(query, document));
  for (const oldest of documents.keys()) {
    if (documents.size <= REMEMBERED) break;
    documents.delete(oldest);
  }
}

function plain(status: number, body: JsonObject): GraphqlAnswer {
  return { status, body, route: "graphql:invalid", notifying: false, repository: undefined };
}

function rootFields(document: DocumentNode, name: string | undefined): { kind: string; names: string[] } {
  for (const definition of document.definitions) {
    if (
      definition.kind !== Kind.OPERATION_DEFINITION ||
      (name !== undefined && definition.name?.value !== name)
    )
      continue;
    const names = definition.selectionSet.selections.map((one) =>
      one.kind === Kind.FIELD ? one.name.value : "…",
    );
    return { kind: definition.operation, names };
  }
  return { kind: "query", names: [] };
}

/** Most queries name the repository in two variables; for the others statistics fall back on the token. */
function repositoryIn(variables: JsonObject): string | undefined {
  const owner = variables.owner ?? variables.o;
  const name = variables.name ?? variables.repo ?? variables.r;
  return typeof owner === "string" && typeof name === "string" ? `${owner}/${name}` : undefined;
}

const strictly: GraphQLFieldResolver<unknown, Context> = (source, args, context, info) => {
  const value = ownField(source, info.fieldName);
  const result = typeof value === "function" ? value.call(source, args, context, info) : value;
  if (result === undefined) {
    throw new GraphqlFailure(
      `The local GitHub does not implement ${info.parentType.name}.${info.fieldName}.`,
      { extensions: { type: "NOT_IMPLEMENTED" } },
    );
  }
  return result;
};

function ownField(source: unknown, name: string): unknown {
  const has = typeof source === "object" && source !== null && Object.hasOwn(source, name);
  return has ? Reflect.get(source, name) : undefined;
}

function typenameOf(value: unknown): string | undefined {
  return isObject(value) && typeof value.__typename === "string" ? value.__typename : undefined;
}

function errorJson(error: GraphQLError): JsonObject {
  const original = error.originalError;
  const type = original instanceof ApiError ? original.type : error.extensions.type;
  const details =
    original instanceof ApiError && original.errors ? `: ${original.errors.map(detailOf).join(", ")}` : "";
  return {
    ...(typeof type === "string" ? { type } : {}),
    ...(error.path ? { path: [...error.path] } : {}),
    locations: (error.locations ?? []).map(({ line, column }) => ({ line, column })),
    message: `${error.message}${details}`,
  };
}

function detailOf(detail: Json): string {
  if (isObject(detail)) return String(detail.message ?? `${detail.field} ${detail.code}`);
  return String(detail);
}
