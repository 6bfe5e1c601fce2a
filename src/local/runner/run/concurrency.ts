/** Concurrency groups: one holder per group and repository; who waits and who is cancelled follows GitHub's rules. */
import type { Cancellation } from "./cancellation.ts";

export interface GroupRequest {
  repository: string;
  group: string;
  cancelInProgress: boolean;
  /** `single` keeps the newest waiting entry and cancels the older; `max` keeps up to 100 in order. */
  queue: "single" | "max";
}

/** One run or job that holds or wants a group. */
interface Member {
  cancellation: Cancellation;
  grant: (release: (() => void) | undefined) => void;
}

interface Group {
  holder: Member | undefined;
  waiting: Member[];
}

export interface ConcurrencyGroups {
  /**
   * Waits for the group. Resolves with the function that gives it back, or with undefined when the member was
   * cancelled while it waited. `onWait` is called once when it cannot start at once.
   */
  acquire(
    request: GroupRequest,
    cancellation: Cancellation,
    onWait: () => void,
  ): Promise<(() => void) | undefined>;
}

const MAX_WAITING = 100;

export function createConcurrencyGroups(): ConcurrencyGroups {
  const groups = new Map<string, Group>();

  function grantNext(key: string, group: Group): void {
    const next = group.waiting.shift();
    group.holder = next;
    if (next) next.grant(releaser(key, group, next));
    else groups.delete(key);
  }

  function releaser(key: string, group: Group, member: Member): () => void {
    return () => {
      if (group.holder === member) grantNext(key, group);
    };
  }

  return {
    acquire(request, cancellation, onWait) {
      const key = `${request.repository}\n${request.group}`.toLowerCase();
      const group = groups.get(key) ?? { holder: undefined, waiting: [] };
      groups.set(key, group);
      return new Promise((resolve) => {
        const member: Member = { cancellation, grant: resolve };
        if (!group.holder) {
          group.holder = member;
          resolve(releaser(key, group, member));
          return;
        }
        onWait();
        displace(group, request);
        group.waiting.push(member);
        const leave = () => {
          const index = group.waiting.indexOf(member);
          if (index < 0) return;
          group.waiting.splice(index, 1);
          resolve(undefined);
        };
        cancellation.listen(leave);
      });
    },
  };
}

/** Cancels those that a new entry takes the place of. */
function displace(group: Group, request: GroupRequest): void {
  const reason = `Canceling since a higher priority waiting request for ${request.group} exists`;
  const surplus = request.queue === "max" ? group.waiting.slice(MAX_WAITING - 1) : group.waiting;
  for (const waiting of [...surplus]) waiting.cancellation.cancel(reason);
  if (request.cancelInProgress) group.holder?.cancellation.cancel(reason);
}
