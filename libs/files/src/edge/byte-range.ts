import type { ByteRange } from '../file-transfers.js';

/**
 * What a `Range` header asks for of so many bytes: a part; `all` where it is absent, not understood
 * or of several parts, which a server may answer with the whole; `none` where nothing of it is
 * there.
 */
export function partOf(header: string | undefined, size: number): ByteRange | 'all' | 'none' {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/u.exec(header?.trim() ?? '') ?? [];
  if (first === '' && last === '') return 'all';
  if (first === '') return lastBytes(Number(last), size);
  const [start, end] = [Number(first), last === '' ? size - 1 : Number(last)];
  if (last !== '' && end < start) return 'all';
  return start < size ? { start, end: Math.min(end, size - 1) } : 'none';
}

function lastBytes(count: number, size: number): ByteRange | 'none' {
  if (count === 0 || size === 0) return 'none';
  return { start: Math.max(0, size - count), end: size - 1 };
}
