import { fileTypeFromBuffer } from 'file-type';

/** So much of a file tells what it is. */
export const headBytes = 4100;

/** Text has no such control characters: a tab, ends of lines and pages, and escapes it may have. */
// eslint-disable-next-line no-control-regex
const controls = /[\x00-\x07\x0e-\x1a\x1c-\x1f]/u;

/**
 * The first bytes of what comes, and all of it once more, of which nothing is read ahead. `content`
 * fails as the given one does, and lets it go.
 */
export async function withHead(
  source: AsyncIterable<Buffer>,
): Promise<{ readonly head: Buffer; readonly content: AsyncIterable<Buffer> }> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  const iterator = source[Symbol.asyncIterator]();
  while (bytes < headBytes) {
    // One after the other: that is what a stream is.
    const next = await iterator.next();
    if (next.done === true) break;
    chunks.push(next.value);
    bytes += next.value.length;
  }
  const head = Buffer.concat(chunks);
  return { head, content: joined(head, iterator) };
}

async function* joined(head: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  try {
    if (head.length > 0) yield head;
    yield* { [Symbol.asyncIterator]: () => rest };
  } finally {
    // Nobody wants more than the head, perhaps.
    await rest.return?.();
  }
}

/**
 * The type that the first bytes of a file show, as `file-type` names it, or `text`; undefined when
 * they show nothing.
 */
export async function looksOf(head: Buffer): Promise<string | undefined> {
  const found = await fileTypeFromBuffer(head.subarray(0, headBytes));
  if (found) return found.mime;
  return isText(head.subarray(0, headBytes)) ? 'text' : undefined;
}

/** UTF-8; the last character may be cut. */
function isText(head: Buffer): boolean {
  try {
    const decoded = new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return !controls.test(decoded);
  } catch {
    // Not UTF-8: the answer.
    return false;
  }
}
