/** Addresses of contents, which the browser of specs does not give out: those that are open now. */
export function localAddresses(): readonly string[] {
  const open: string[] = [];
  let made = 0;
  const give = (): string => {
    open.push(`blob:${++made}`);
    return open.at(-1)!;
  };
  const takeBack = (address: string): void => {
    open.splice(open.indexOf(address), 1);
  };
  Object.assign(URL, { createObjectURL: give, revokeObjectURL: takeBack });
  return open;
}
