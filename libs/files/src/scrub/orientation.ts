/** Entries of a directory that are looked at: a camera has some dozens. */
const maxEntries = 500;

const orientationTag = 0x0112;

/** Which way a picture is to be turned, 1 to 8 as in EXIF, of its metadata in TIFF form. */
export function orientationOf(tiff: Buffer): number | undefined {
  const isLittle = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const long = (at: number) => (isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  if (tiff.length < 14 || short(2) !== 42) return undefined;
  const directory = long(4);
  if (directory + 2 > tiff.length) return undefined;
  const count = Math.min(short(directory), maxEntries);
  for (let n = 0; n < count; n++) {
    const entry = directory + 2 + n * 12;
    if (entry + 12 > tiff.length) return undefined;
    if (short(entry) !== orientationTag) continue;
    const value = short(entry + 8);
    return value >= 1 && value <= 8 ? value : undefined;
  }
  return undefined;
}

/** Metadata in TIFF form that say this and nothing else: 26 bytes. */
export function onlyOrientation(orientation: number): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write('MM\0*', 'latin1');
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(orientationTag, 10);
  // One SHORT.
  tiff.writeUInt16BE(3, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  return tiff;
}

/** Some write it before what is in TIFF form, where it does not belong. */
export const exifMark = Buffer.from('Exif\0\0', 'latin1');

/** Without the mark, if it is there. */
export function tiffOf(exif: Buffer): Buffer {
  return exif.subarray(0, 6).equals(exifMark) ? exif.subarray(6) : exif;
}
