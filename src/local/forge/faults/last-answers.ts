/** What reads were answered the time before, for stale reads. */
import type { Reply } from "../http/router.ts";

const MAX_READS = 500;

export interface LastAnswers {
  /** The answer before this one; remembers this one for the next time. */
  remember(key: string, reply: Reply): void;
  find(key: string): Reply | undefined;
}

export function createLastAnswers(): LastAnswers {
  const answers = new Map<string, Reply>();
  return {
    find: (key) => answers.get(key),
    remember: (key, reply) => {
      answers.delete(key);
      answers.set(key, reply);
      const [oldest] = answers.keys();
      if (answers.size > MAX_READS && oldest !== undefined) answers.delete(oldest);
    },
  };
}
