/**
 * A name in its own direction (Unicode's isolates): "#12" or "Ada (Berlin)" inside Arabic would
 * otherwise be torn apart by the sentence around it.
 */
export function isolate(text: string): string {
  return `\u2068${text}\u2069`;
}
