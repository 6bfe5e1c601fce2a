/** Answers of GitHub that are not 2xx, thrown by operations and written by the HTTP edge. */
import type { Json, JsonObject } from "../contract.ts";

export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly status: number;
  readonly errors: Json[] | undefined;
  /** GraphQL's `type` of the same failure. */
  readonly type: string;

  constructor(status: number, message: string, options: { errors?: Json[]; type?: string } = {}) {
    super(message);
    this.status = status;
    this.errors = options.errors;
    this.type = options.type ?? GRAPHQL_TYPES[status] ?? "UNPROCESSABLE";
  }

  body(): JsonObject {
    return {
      message: this.message,
      ...(this.errors ? { errors: this.errors } : {}),
      documentation_url: "https://docs.github.com/rest",
      status: String(this.status),
    };
  }
}

const GRAPHQL_TYPES: { [status: number]: string } = {
  401: "UNAUTHENTICATED",
  403: "FORBIDDEN",
  404: "NOT_FOUND",
};

export const notFound = (): ApiError => new ApiError(404, "Not Found");
export const notAccessible = (): ApiError => new ApiError(403, "Resource not accessible by integration");
export const mustHavePush = (): ApiError => new ApiError(403, "Must have push access to repository");
export const mustBeAdmin = (): ApiError => new ApiError(403, "Must have admin rights to Repository.");

/** 422 with GitHub's `errors` entries. */
export function invalid(
  resource: string,
  field: string,
  code: string,
  message?: string,
  value?: Json,
): ApiError {
  const entry: JsonObject = {
    resource,
    field,
    code,
    ...(message ? { message } : {}),
    ...(value === undefined ? {} : { value }),
  };
  return new ApiError(422, "Validation Failed", { errors: [entry] });
}

/** 422 with a plain sentence. */
export function unprocessable(message: string, errors?: Json[]): ApiError {
  return new ApiError(422, message, errors ? { errors } : {});
}
