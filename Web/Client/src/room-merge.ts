/** Both what I typed and what the others did since we had the same: nothing of either is lost. */
export function merge(base: string, mine: string, theirs: string): string {
  if (mine.trim() === base || mine.trim() === theirs) return theirs;
  if (theirs === base) return mine;
  if (mine.startsWith(base)) return theirs + mine.slice(base.length);
  if (theirs.startsWith(base)) return mine + theirs.slice(base.length);
  return `${theirs}\n${mine}`;
}
