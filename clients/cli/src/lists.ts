/** So many of what comes, at most. */
export async function upTo<Item>(most: number, items: AsyncIterable<Item>): Promise<Item[]> {
  const taken: Item[] = [];
  if (most === 0) return taken;
  for await (const item of items) if (taken.push(item) >= most) break;
  return taken;
}
