/** A file as an archive writes it down, by `APPNOTE.TXT` of PKWARE. */
export interface ZipRecord {
  readonly path: string;
  readonly isPacked: boolean;
  readonly madeAt: Date;
  /** Of its header. */
  readonly offset: number;
  readonly crc: number;
  readonly size: number;
  readonly packedSize: number;
}

/** Of ZIP64. */
const version = 45;

/** Sizes stand behind the content; names are UTF-8. */
const flags = 0x0808;

/** A field of 32 bits whose value stands in the ZIP64 field instead. */
const elsewhere = 0xffff_ffff;

const zip64 = (...values: readonly number[]): Buffer => {
  const field = Buffer.alloc(4 + 8 * values.length);
  field.writeUInt16LE(1, 0);
  field.writeUInt16LE(8 * values.length, 2);
  for (const [n, value] of values.entries()) field.writeBigUInt64LE(BigInt(value), 4 + 8 * n);
  return field;
};

export function localHeader({
  path,
  isPacked,
  madeAt,
}: Pick<ZipRecord, 'path' | 'isPacked' | 'madeAt'>): Buffer {
  const name = Buffer.from(path);
  const extra = zip64(0, 0);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x0403_4b50, 0);
  writeTraits(header, 4, { isPacked, madeAt });
  header.writeUInt32LE(elsewhere, 18);
  header.writeUInt32LE(elsewhere, 22);
  header.writeUInt16LE(name.length, 26);
  header.writeUInt16LE(extra.length, 28);
  return Buffer.concat([header, name, extra]);
}

/** What stands behind a content. */
export function descriptor({ crc, size, packedSize }: ZipRecord): Buffer {
  const tail = Buffer.alloc(24);
  tail.writeUInt32LE(0x0807_4b50, 0);
  tail.writeUInt32LE(crc, 4);
  tail.writeBigUInt64LE(BigInt(packedSize), 8);
  tail.writeBigUInt64LE(BigInt(size), 16);
  return tail;
}

/** The line of a file in the list at the end. */
export function centralRecord(record: ZipRecord): Buffer {
  const name = Buffer.from(record.path);
  const extra = zip64(record.size, record.packedSize, record.offset);
  const line = Buffer.alloc(46);
  line.writeUInt32LE(0x0201_4b50, 0);
  // Made on a Unix, as which its files are readable by everybody and writable by their owner.
  line.writeUInt16LE((3 << 8) | version, 4);
  writeTraits(line, 6, record);
  line.writeUInt32LE(record.crc, 16);
  line.writeUInt32LE(elsewhere, 20);
  line.writeUInt32LE(elsewhere, 24);
  line.writeUInt16LE(name.length, 28);
  line.writeUInt16LE(extra.length, 30);
  line.writeUInt32LE(0o100_644 * 2 ** 16, 38);
  line.writeUInt32LE(elsewhere, 42);
  return Buffer.concat([line, name, extra]);
}

/** `size`, `offset`: of the list of files. */
export function endOfZip({
  count,
  size,
  offset,
}: {
  readonly count: number;
  readonly size: number;
  readonly offset: number;
}): Buffer {
  const end64 = Buffer.alloc(56);
  end64.writeUInt32LE(0x0606_4b50, 0);
  end64.writeBigUInt64LE(44n, 4);
  end64.writeUInt16LE((3 << 8) | version, 12);
  end64.writeUInt16LE(version, 14);
  end64.writeBigUInt64LE(BigInt(count), 24);
  end64.writeBigUInt64LE(BigInt(count), 32);
  end64.writeBigUInt64LE(BigInt(size), 40);
  end64.writeBigUInt64LE(BigInt(offset), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x0706_4b50, 0);
  locator.writeBigUInt64LE(BigInt(offset + size), 8);
  locator.writeUInt32LE(1, 16);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x0605_4b50, 0);
  end.writeUInt16LE(Math.min(count, 0xffff), 8);
  end.writeUInt16LE(Math.min(count, 0xffff), 10);
  end.writeUInt32LE(Math.min(size, elsewhere), 12);
  end.writeUInt32LE(Math.min(offset, elsewhere), 16);
  return Buffer.concat([end64, locator, end]);
}

/** Version, flags, method and time: alike in a header and in the list. */
function writeTraits(
  target: Buffer,
  at: number,
  { isPacked, madeAt }: Pick<ZipRecord, 'isPacked' | 'madeAt'>,
): void {
  target.writeUInt16LE(version, at);
  target.writeUInt16LE(flags, at + 2);
  target.writeUInt16LE(isPacked ? 0 : 8, at + 4);
  const [hours, minutes, seconds] = [
    madeAt.getUTCHours(),
    madeAt.getUTCMinutes(),
    madeAt.getUTCSeconds(),
  ];
  target.writeUInt16LE((hours << 11) | (minutes << 5) | (seconds >> 1), at + 6);
  const years = madeAt.getUTCFullYear() - 1980;
  target.writeUInt16LE(
    (years << 9) | ((madeAt.getUTCMonth() + 1) << 5) | madeAt.getUTCDate(),
    at + 8,
  );
}
