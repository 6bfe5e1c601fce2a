/** The replies that most routes give, with pagination as GitHub does it. */
import type { Json, JsonObject } from "../../contract.ts";
import type { Question, Reply } from "./router.ts";

export const ok = (body: Json): Reply => ({ status: 200, body });
export const created = (body: Json): Reply => ({ status: 201, body });
export const accepted = (body: Json): Reply => ({ status: 202, body });
export const noContent = (): Reply => ({ status: 204 });

export interface Page<Row> {
  rows: Row[];
  headers: { [name: string]: string };
}

const DEFAULT_PAGE = 30;
const MAX_PAGE = 100;

/** One page of the rows and its Link header. */
export function pageOf<Row>(question: Question, rows: readonly Row[]): Page<Row> {
  const size = Math.min(MAX_PAGE, positive(question.query.get("per_page"), DEFAULT_PAGE));
  const page = positive(question.query.get("page"), 1);
  const last = Math.max(1, Math.ceil(rows.length / size));
  const links: string[] = [];
  const link = (number: number, name: string): void => {
    const url = new URL(question.url);
    url.searchParams.set("page", String(number));
    links.push(`<${url.href}>; rel="${name}"`);
  };
  if (page > 1) link(Math.min(page - 1, last), "prev");
  if (page < last) {
    link(page + 1, "next");
    link(last, "last");
  }
  if (page > 1) link(1, "first");
  return {
    rows: rows.slice((page - 1) * size, page * size),
    headers: links.length > 0 ? { link: links.join(", ") } : {},
  };
}

function positive(text: string | null, fallback: number): number {
  const number = Number(text ?? fallback);
  return Number.isInteger(number) && number > 0 ? number : fallback;
}

/** A list, one page of it. */
export function list<Row>(question: Question, rows: readonly Row[], render: (row: Row) => JsonObject): Reply {
  const page = pageOf(question, rows);
  return { status: 200, body: page.rows.map(render), headers: page.headers };
}

/** A list whose rows take work to render. */
export async function listLater<Row>(
  question: Question,
  rows: readonly Row[],
  render: (row: Row) => Promise<JsonObject>,
): Promise<Reply> {
  const page = pageOf(question, rows);
  return { status: 200, body: await Promise.all(page.rows.map(render)), headers: page.headers };
}

/** `{total_count, <name>: [...]}`, as Actions and checks answer. */
export function counted<Row>(
  question: Question,
  name: string,
  rows: readonly Row[],
  render: (row: Row) => JsonObject,
): Reply {
  const page = pageOf(question, rows);
  return countedPage(name, rows.length, page.headers, page.rows.map(render));
}

/** The same for rows that take work to render. */
export async function countedLater<Row>(
  question: Question,
  name: string,
  rows: readonly Row[],
  render: (row: Row) => Promise<JsonObject>,
): Promise<Reply> {
  const page = pageOf(question, rows);
  return countedPage(name, rows.length, page.headers, await Promise.all(page.rows.map(render)));
}

const countedPage = (
  name: string,
  total: number,
  headers: Page<never>["headers"],
  rows: JsonObject[],
): Reply => ({
  status: 200,
  body: { total_count: total, [name]: rows },
  headers,
});
