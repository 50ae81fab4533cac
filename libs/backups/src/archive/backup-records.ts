import { BadArchive, ByteReader } from './byte-reader.js';

/**
 * What a backup consists of. `documents`: new ones, as BSON, one behind the other; `newer`: states
 * of such as were among them before. Bytes belong to the file or the secret before them.
 */
export type BackupRecord =
  | { readonly kind: 'about'; readonly hasFiles: boolean }
  | { readonly kind: 'collection'; readonly name: string }
  | { readonly kind: 'documents' | 'newer'; readonly bytes: Buffer }
  | { readonly kind: 'file'; readonly sha256: string }
  | { readonly kind: 'secret'; readonly name: string }
  | { readonly kind: 'bytes'; readonly bytes: Buffer }
  | { readonly kind: 'end' };

const json = 1;
const raw = { documents: 2, newer: 3, bytes: 4 } as const;
type RawKind = keyof typeof raw;

/** Of one record: far more than a batch of documents has. */
const mostBytes = 64 * 1024 * 1024;

/** Throws at a record that `readRecords` would not take: a backup that is none is found out now. */
export async function* writtenRecords(
  records: AsyncIterable<BackupRecord>,
): AsyncGenerator<Buffer> {
  for await (const record of records) {
    const isRaw = 'bytes' in record;
    const body = isRaw ? record.bytes : Buffer.from(JSON.stringify(record));
    if (body.length > mostBytes) throw new Error(`A record of ${body.length} bytes is too large`);
    const head = Buffer.alloc(5);
    head.writeUInt8(isRaw ? raw[record.kind] : json, 0);
    head.writeUInt32BE(body.length, 1);
    yield head;
    yield body;
  }
}

/** Throws `BadArchive` for what is none of these, and where the end is missing. */
export async function* readRecords(content: AsyncIterable<Buffer>): AsyncGenerator<BackupRecord> {
  const reader = new ByteReader(content);
  for (let isAtEnd = false; !isAtEnd;) {
    const head = await reader.take(5);
    const length = head.readUInt32BE(1);
    if (length > mostBytes) throw new BadArchive();
    const record = recordOf(head.readUInt8(0), await reader.take(length));
    isAtEnd = record.kind === 'end';
    yield record;
  }
  if (!(await reader.isAtEnd())) throw new BadArchive();
}

function recordOf(type: number, body: Buffer): BackupRecord {
  if (type === json) return JSON.parse(body.toString()) as BackupRecord;
  const kind = (Object.keys(raw) as RawKind[]).find((one) => raw[one] === type);
  if (!kind) throw new BadArchive();
  return { kind, bytes: body };
}
