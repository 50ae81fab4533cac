/** Documents that are read, and written, at once. */
export const mostDocuments = 500;

/** As many bytes as one document has at most, and far fewer than `readRecords` takes. */
export const mostBatchBytes = 16 * 1024 * 1024;

/**
 * The same documents in batches of at most so many and so many bytes, a larger one by itself: a
 * number alone does not bound what is held at once, or whether it is read again.
 */
export async function* batchesOf(documents: AsyncIterable<Buffer>): AsyncGenerator<Buffer[]> {
  let waiting: Buffer[] = [];
  let size = 0;
  for await (const document of documents) {
    const isFull = waiting.length === mostDocuments || size + document.length > mostBatchBytes;
    if (isFull && waiting.length > 0) {
      yield waiting;
      [waiting, size] = [[], 0];
    }
    waiting.push(document);
    size += document.length;
  }
  if (waiting.length > 0) yield waiting;
}
