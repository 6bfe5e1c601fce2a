/** The table of REST routes: GitHub's path templates, what each needs, and who answers. */
import type { Json, JsonObject } from "../../contract.ts";
import { notFound } from "../errors.ts";
import { findRepository, type Site } from "../site.ts";
import type { Repository } from "../store/records.ts";
import { type Access, demand, type Viewer } from "../viewer.ts";

export interface Reply {
  status: number;
  /** JSON, or raw bytes with their own content type in `headers`; undefined sends no body. */
  body?: Json | Buffer;
  headers?: { [name: string]: string };
}

export interface Question {
  site: Site;
  viewer: Viewer;
  parameters: { [name: string]: string };
  query: URLSearchParams;
  body: JsonObject;
  /** The body where it is not an object: `PUT labels` also takes a plain list. */
  rawBody: Json;
  accept: string;
  /** The header as sent; only Apps' own routes read it, all others have `viewer`. */
  authorization: string;
  /** Where the client sees this request, for Link headers. */
  url: string;
}

export interface RepositoryQuestion extends Question {
  repository: Repository;
}

export interface Route {
  method: string;
  /** GitHub's template, `/repos/{owner}/{repo}/issues`. */
  template: string;
  answer: (question: Question) => Promise<Reply> | Reply;
}

/** Parameters that may hold slashes. */
const GREEDY = new Set(["path", "ref", "branch", "basehead"]);

export function route(line: string, answer: Route["answer"]): Route {
  const [method = "GET", template = "/"] = line.split(" ");
  return { method, template, answer };
}

/** A route below `/repos/{owner}/{repo}`; `access` is checked before it answers. */
export function repositoryRoute(
  line: string,
  access: Access,
  answer: (question: RepositoryQuestion) => Promise<Reply> | Reply,
): Route {
  const [method = "GET", path = ""] = line.split(" ");
  const template = `/repos/{owner}/{repo}${path === "/" ? "" : path}`;
  return {
    method,
    template,
    answer: (question) => {
      const repository = findRepository(
        question.site,
        `${question.parameters.owner}/${question.parameters.repo}`,
      );
      if (!repository) throw notFound();
      demand(question.viewer, repository, access);
      return answer({ ...question, repository });
    },
  };
}

export interface Match {
  route: Route;
  parameters: { [name: string]: string };
}

export interface Router {
  /** The route for this path; undefined when no method of it is known. */
  match(method: string, path: string): Match | undefined;
  readonly routes: readonly Route[];
}

export function createRouter(routes: readonly Route[]): Router {
  const compiled = routes.map((one) => ({ route: one, ...compile(one.template) }));
  return {
    routes,
    match: (method, path) => {
      for (const one of compiled) {
        if (one.route.method !== method) continue;
        const found = one.pattern.exec(path);
        if (!found) continue;
        const values = found.slice(1).map((value) => decode(value ?? ""));
        return {
          route: one.route,
          parameters: Object.fromEntries(one.names.map((name, index) => [name, values[index] ?? ""])),
        };
      }
      return undefined;
    },
  };
}

function compile(template: string): { pattern: RegExp; names: string[] } {
  const names: string[] = [];
  const source = template.replace(/\/\{(\w+)\}/g, (_, name: string) => {
    names.push(name);
    if (name === "path") return "(?:/(.*))?";
    return GREEDY.has(name) ? "/(.+)" : "/([^/]+)";
  });
  return { pattern: new RegExp(`^${source}/?$`), names };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
