/** A word as a shell takes it: for commands that people copy. */
export function quote(word: string): string {
  return /^[\w/.:@%+=,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
