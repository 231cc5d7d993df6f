/** Counts the letters to change, add or take away to turn one word into another. Only the first 64 letters count. */
function distance(from: string, to: string): number {
  const source = from.slice(0, 64).toLowerCase();
  const target = to.slice(0, 64).toLowerCase();
  let row = Array.from({length: target.length + 1}, (_, index) => index);
  for (let i = 0; i < source.length; i += 1) {
    const next = [i + 1];
    for (let j = 0; j < target.length; j += 1) {
      const change = (row[j] ?? 0) + (source[i] === target[j] ? 0 : 1);
      next.push(Math.min(change, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[target.length] ?? 0;
}

/** Finds the word that looks most like `word`; of equals the first. Nothing when there are no candidates. */
export function findNearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Infinity;
  for (const candidate of candidates) {
    const count = distance(word, candidate);
    if (count < least) [best, least] = [candidate, count];
  }
  return best;
}
