/**
 * How a person is mentioned: "@ada", from left to right wherever it stands (Unicode's isolates), or
 * a line of Arabic would put the sign behind the name.
 */
export function handleOf({ username }: { readonly username: string }): string {
  return `\u2066@${username}\u2069`;
}
