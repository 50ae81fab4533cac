/** Where a key leads in a list, from the line at this index; undefined: nowhere. */
export function lineAfterKey<T>(key: string, lines: readonly T[], at: number): T | undefined {
  const ways: Readonly<Record<string, T | undefined>> = {
    ArrowUp: lines[at - 1],
    ArrowDown: lines[at + 1],
    Home: lines[0],
    End: lines.at(-1),
  };
  return at < 0 ? undefined : ways[key];
}
