/** A part of an MP4, HEIC or the like. */
export interface Box {
  readonly type: string;
  /** Of its four letters. */
  readonly nameAt: number;
  /** Of what is in it. */
  readonly start: number;
  readonly end: number;
}

/** Boxes of one file that are looked at. */
export const maxBoxes = 10_000;

/**
 * The one that begins there; undefined where none can be. `offset`: where the bytes begin in the
 * file; `limit`: where what contains it ends there.
 */
export function boxAt(bytes: Buffer, at: number, offset: number, limit: number): Box | undefined {
  if (at + 8 > bytes.length) return undefined;
  const short = bytes.readUInt32BE(at);
  const type = bytes.toString('latin1', at + 4, at + 8);
  if (short === 1 && at + 16 > bytes.length) return undefined;
  const size = short === 1 ? Number(bytes.readBigUInt64BE(at + 8)) : short;
  const start = offset + at + (short === 1 ? 16 : 8);
  const end = size === 0 ? limit : offset + at + size;
  return end >= start && end <= limit ? { type, nameAt: offset + at + 4, start, end } : undefined;
}
