/** `[1, 2, 3, 4, 5]` by two: `[[1, 2], [3, 4], [5]]`. */
export function* chunksOf<T>(items: readonly T[], size = 500): Generator<T[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size);
}
