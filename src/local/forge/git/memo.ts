/** Remembers what was computed from SHAs, which never change their meaning. */
const REMEMBERED = 500;

export type Memo<Value> = (key: string, compute: () => Promise<Value>) => Promise<Value>;

export function createMemo<Value>(): Memo<Value> {
  const known = new Map<string, Promise<Value>>();
  return (key, compute) => {
    const found = known.get(key);
    if (found) return found;
    const fresh = compute();
    known.set(key, fresh);
    fresh.catch(() => known.delete(key));
    for (const oldest of known.keys()) {
      if (known.size <= REMEMBERED) break;
      known.delete(oldest);
    }
    return fresh;
  };
}
