import { crc32, deflateRawSync } from 'node:zlib';

/** A file to be packed; what is said of it may be a lie, for those who must not believe it. */
export interface PackedFile {
  readonly name: string;
  readonly content: string | Buffer;
  readonly isStored?: boolean;
  readonly saidSize?: number;
  readonly saidCrc?: number;
  readonly flags?: number;
  readonly method?: number;
  /** Has its header where this one of the earlier files has it. */
  readonly sharesWith?: number;
}

/** The bytes of a ZIP with these files. */
export function zipOf(files: readonly PackedFile[]): Buffer {
  const parts: Buffer[] = [];
  const offsets: number[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const file of files) {
    const content = Buffer.from(file.content);
    const packed = file.isStored ? content : deflateRawSync(content);
    const method = file.method ?? (file.isStored ? 0 : 8);
    const name = Buffer.from(file.name);
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50, 0);
    header.writeUInt16LE(method, 8);
    header.writeUInt16LE(name.length, 26);
    const offset = file.sharesWith === undefined ? at : offsets[file.sharesWith]!;
    offsets.push(offset);
    if (file.sharesWith === undefined) {
      parts.push(header, name, packed);
      at += 30 + name.length + packed.length;
    }
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(file.flags ?? 0, 8);
    entry.writeUInt16LE(method, 10);
    entry.writeUInt32LE(file.saidCrc ?? crc32(content), 16);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(file.saidSize ?? content.length, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    directory.push(entry, name);
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, listed, end]);
}
