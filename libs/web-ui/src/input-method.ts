/**
 * Whether a key belongs to an input method, by which one chooses the words of Chinese, Japanese and
 * Korean: it takes a choice or drops it, and means nothing to what the text stands in.
 *
 * Safari ends the composition before the key that ends it: only the old code tells of it then.
 */
export function isOfInputMethod(event: KeyboardEvent): boolean {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else tells.
  return event.isComposing || event.keyCode === 229;
}
