/** `items` in order, in pieces of at most `size`: what one `$in` or one port call takes. */
export function chunksOf<T>(items: readonly T[], size = 500): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) =>
    items.slice(i * size, (i + 1) * size),
  );
}
