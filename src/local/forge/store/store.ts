/** All rows in memory; where they are kept, every change is appended to the journal before the call returns. */
import { type Journal, NO_JOURNAL, openJournal } from "./journal.ts";
import type { Tables } from "./records.ts";

export type TableName = keyof Tables;
type Maps = { [Name in TableName]: Map<string, Tables[Name]> };
/** Table, key, and the new row; null removes it. */
export type Write = [table: string, key: string, row: unknown];

export interface Store {
  get<Name extends TableName>(table: Name, key: string | number): Tables[Name] | undefined;
  /** Rows in the order in which they were first written. */
  all<Name extends TableName>(table: Name): Iterable<Tables[Name]>;
  entries<Name extends TableName>(table: Name): Iterable<[key: string, row: Tables[Name]]>;
  filter<Name extends TableName>(table: Name, keep: (row: Tables[Name]) => boolean): Tables[Name][];
  find<Name extends TableName>(table: Name, wanted: (row: Tables[Name]) => boolean): Tables[Name] | undefined;
  put<Name extends TableName>(table: Name, key: string | number, row: Tables[Name]): Tables[Name];
  remove(table: TableName, key: string | number): void;
  /** Writes made inside reach the journal as one line: all or none of them survive a kill. Undone when `work` throws. */
  transact<Result>(work: () => Result): Result;
  /** How often rows of the table changed: what was worked out of them holds as long as this says the same. */
  changes(table: TableName): number;
  /** The next id of the one sequence that all rows share. */
  nextId(): number;
  close(): void;
}

/**
 * Opens the store below `directory`, replaying what a former process wrote; without a directory it ends with the process.
 * Throws one clear error when it cannot write there.
 */
export function openStore(directory: string | undefined): Store {
  const maps = emptyMaps();
  const journal: Journal =
    directory === undefined
      ? NO_JOURNAL
      : openJournal(directory, {
          apply: (write) => applyWrite(maps, write),
          rows: () => everyRow(maps),
        });
  const changes = new Map<TableName, number>();
  let batch: Write[] | undefined;
  let undo: (() => void)[] = [];

  const change = <Name extends TableName>(table: Name, key: string, row: Tables[Name] | null): void => {
    const map = maps[table];
    const former = map.get(key);
    const count = (): void => void changes.set(table, (changes.get(table) ?? 0) + 1);
    const revert = (): void => {
      if (former === undefined) map.delete(key);
      else map.set(key, former);
      count();
    };
    count();
    if (row === null) map.delete(key);
    else map.set(key, row);
    if (batch) {
      batch.push([table, key, row]);
      undo.push(revert);
      return;
    }
    try {
      journal.append([[table, key, row]]);
    } catch (error) {
      revert();
      throw error;
    }
  };

  const transact = <Result>(work: () => Result): Result => {
    if (batch) return work();
    batch = [];
    undo = [];
    try {
      const result = work();
      if (batch.length > 0) journal.append(batch);
      return result;
    } catch (error) {
      for (const revert of undo.reverse()) revert();
      throw error;
    } finally {
      batch = undefined;
      undo = [];
    }
  };

  const store: Store = {
    get: (table, key) => maps[table].get(String(key)),
    all: (table) => maps[table].values(),
    entries: (table) => maps[table].entries(),
    filter: <Name extends TableName>(table: Name, keep: (row: Tables[Name]) => boolean) => {
      const kept: Tables[Name][] = [];
      for (const row of maps[table].values()) if (keep(row)) kept.push(row);
      return kept;
    },
    find: (table, wanted) => {
      for (const row of maps[table].values()) if (wanted(row)) return row;
      return undefined;
    },
    put: (table, key, row) => {
      change(table, String(key), row);
      return row;
    },
    remove: (table, key) => change(table, String(key), null),
    transact,
    changes: (table) => changes.get(table) ?? 0,
    nextId: () => {
      const next = maps.counters.get("id")?.next ?? 1001;
      change("counters", "id", { next: next + 1 });
      return next;
    },
    close: () => journal.close(),
  };
  return store;
}

function emptyMaps(): Maps {
  return {
    users: new Map(),
    repositories: new Map(),
    labels: new Map(),
    issues: new Map(),
    pulls: new Map(),
    comments: new Map(),
    reviews: new Map(),
    threads: new Map(),
    reviewComments: new Map(),
    reactions: new Map(),
    happenings: new Map(),
    statuses: new Map(),
    checkRuns: new Map(),
    tokens: new Map(),
    workflows: new Map(),
    runs: new Map(),
    jobs: new Map(),
    artifacts: new Map(),
    counters: new Map(),
    undelivered: new Map(),
    undertakings: new Map(),
    rulesets: new Map(),
    protections: new Map(),
    apps: new Map(),
    installations: new Map(),
    deployments: new Map(),
    deploymentStatuses: new Map(),
    keys: new Map(),
    queueEntries: new Map(),
    rates: new Map(),
  };
}

function applyWrite(maps: Maps, [table, key, row]: Write): void {
  const byName: { [name: string]: Map<string, unknown> | undefined } = maps;
  const map = byName[table];
  if (!map) return;
  if (row === null) map.delete(key);
  else map.set(key, row);
}

function* everyRow(maps: Maps): Iterable<Write> {
  for (const [table, map] of Object.entries(maps)) {
    for (const [key, row] of map) yield [table, key, row];
  }
}
