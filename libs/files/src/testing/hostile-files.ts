import { crc32, deflateSync } from 'node:zlib';
import { pdfOf } from './made-files.js';

const text = (words: string): Buffer => Buffer.from(words, 'latin1');

/** A PNG that says it is so large, of one bit a pixel; `data` is what it has of them. */
export function png(width: number, height: number, data: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 1;
  const chunk = (type: string, body: Buffer) => {
    const size = Buffer.alloc(4);
    size.writeUInt32BE(body.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(Buffer.concat([text(type), body])));
    return Buffer.concat([size, text(type), body, sum]);
  };
  const signature = text('\x89PNG\r\n\x1a\n');
  const parts = [chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([signature, ...parts]);
}

/** As `png`, with all of its pixels, which are black: a few kilobytes for very many. */
export function blackPng(width: number, height: number): Buffer {
  return png(width, height, deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * height)));
}

/** A GIF of that many frames of a pixel on a canvas of that size, which begins anew for ever. */
export function endlessGif(frames: number, width: number, height: number): Buffer {
  const canvas = Buffer.alloc(13);
  canvas.write('GIF89a', 'latin1');
  canvas.writeUInt16LE(width, 6);
  canvas.writeUInt16LE(height, 8);
  canvas[10] = 0x80;
  const colours = Buffer.from([0, 0, 0, 255, 255, 255]);
  const loop = Buffer.concat([text('\x21\xff\x0bNETSCAPE2.0'), Buffer.from([3, 1, 0, 0, 0])]);
  const frame = (colour: number) =>
    Buffer.concat([
      Buffer.from([0x21, 0xf9, 4, 0, 1, 0, 0, 0]),
      Buffer.from([0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0]),
      Buffer.from([2, 2, colour === 0 ? 0x44 : 0x4c, 1, 0]),
    ]);
  const all = Array.from({ length: frames }, (_, n) => frame(n % 2));
  return Buffer.concat([canvas, colours, loop, ...all, text(';')]);
}

/** A PDF whose objects are these, from the first on; without a table, which readers do without. */
function pdf(...objects: readonly string[]): Buffer {
  const numbered = objects.map((object, n) => `${n + 1} 0 obj\n${object}\nendobj\n`);
  return text(`%PDF-1.7\n${numbered.join('')}trailer\n<< /Root 1 0 R >>\n%%EOF\n`);
}

const catalog = '<< /Type /Catalog /Pages 2 0 R >>';
const onePage = '<< /Type /Pages /Count 1 /Kids [3 0 R] >>';
const stream = (code: string) => `<< /Length ${code.length} >>\nstream\n${code}\nendstream`;
const page = (box: string, code: string) =>
  pdf(
    catalog,
    onePage,
    `<< /Type /Page /Parent 2 0 R /MediaBox ${box} /Contents 4 0 R >>`,
    stream(code),
  );

/** What a player might follow to another file, or to an address. */
export const playlist = (address: string): Buffer =>
  text(
    `#EXTM3U\n#EXT-X-MEDIA-SEQUENCE:0\n#EXTINF:10.0,\nconcat:${address}|file:///etc/passwd\n` +
      `#EXTINF:10.0,\n${address}\n#EXT-X-ENDLIST\n`,
  );

/** A box of an MP4. */
function box(type: string, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + body.length);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body]);
}

const mp4 = box('ftyp', text('isom'), Buffer.alloc(4), text('isommp42'));
const matroska = Buffer.from('1a45dfa39f4286810142f7810142f2810442f381084282847765626d', 'hex');
const mp3 = Buffer.from('fffb9064', 'hex');
const jpegHead = Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex');
const junk = Buffer.alloc(3000, 0xa5);

/** `[name, content, what comes of its preview]`. */
type Hostile = readonly [string, Buffer, 'failed' | 'ready'];

const pictures = (): Hostile[] => [
  ['broken.jpg', Buffer.concat([jpegHead, junk]), 'failed'],
  ['head-only.jpg', jpegHead, 'failed'],
  ['svg.jpg', Buffer.concat([jpegHead, text('<svg onload="alert(1)"/>')]), 'failed'],
  ['30000.png', png(30_000, 30_000, deflateSync(Buffer.alloc(1000))), 'failed'],
  ['bomb.png', blackPng(20_000, 20_000), 'failed'],
  ['infinite.png', png(0xffffffff, 0xffffffff, junk), 'failed'],
  ['nothing.png', png(0, 0, Buffer.alloc(0)), 'failed'],
  ['no-pixels.png', png(100, 100, Buffer.alloc(0)), 'failed'],
  ['large.png', blackPng(10_000, 11_000), 'ready'],
  ['endless.gif', endlessGif(5000, 10, 10), 'ready'],
  // Its canvas is made as large as its frames are.
  ['vast.gif', endlessGif(3, 65_535, 65_535), 'ready'],
  ['many-vast.gif', endlessGif(400, 5000, 5000), 'ready'],
  ['broken.gif', endlessGif(1, 10, 10).subarray(0, 30), 'failed'],
  ['broken.webp', Buffer.concat([text('RIFF\xff\xff\xff\x7fWEBPVP8 '), junk]), 'failed'],
  ['broken.tiff', Buffer.concat([text('II*\0\x08\0\0\0'), junk]), 'failed'],
  ['loop.tiff', Buffer.concat([text('II*\0\x08\0\0\0\0\0\x08\0\0\0'), Buffer.alloc(99)]), 'failed'],
  ['broken.avif', Buffer.concat([box('ftyp', text('avif\0\0\0\0avifmif1')), junk]), 'failed'],
  ['broken.heic', Buffer.concat([box('ftyp', text('heic\0\0\0\0heicmif1')), junk]), 'failed'],
  ['broken.bmp', Buffer.concat([text('BM'), Buffer.alloc(60, 0xff)]), 'failed'],
];

const documents = (): Hostile[] => [
  ['broken.pdf', Buffer.concat([text('%PDF-1.7\n'), junk]), 'failed'],
  ['cut.pdf', pdfOf(20).subarray(0, 200), 'failed'],
  ['loop.pdf', pdf(catalog, '<< /Type /Pages /Count 9 /Kids [2 0 R] >>'), 'ready'],
  ['itself.pdf', pdf('<< /Type /Catalog /Pages 1 0 R >>'), 'ready'],
  ['vast.pdf', page('[0 0 1e9 1e9]', '0 0 9 9 re f'), 'ready'],
  ['thin.pdf', page('[0 0 100000 0.001]', '0 0 9 9 re f'), 'ready'],
  // It takes longer than anybody waits.
  ['nests.pdf', page('[0 0 99 99]', 'q '.repeat(400_000)), 'failed'],
  [
    'runs.pdf',
    pdf(
      '<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >>',
      onePage,
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] >>',
    ),
    'ready',
  ],
];

const sounds = (): Hostile[] => [
  ['list.mp3', Buffer.concat([mp3, playlist('http://127.0.0.1/')]), 'failed'],
  ['junk.mp3', Buffer.concat([mp3, junk]), 'failed'],
  ['lies.wav', lyingWav(), 'ready'],
  ['broken.flac', Buffer.concat([text('fLaC'), junk]), 'failed'],
  ['broken.ogg', Buffer.concat([text('OggS\0\x02'), junk]), 'failed'],
  ['broken.mp4', Buffer.concat([mp4, junk]), 'failed'],
  ['list.mp4', Buffer.concat([mp4, playlist('http://127.0.0.1/')]), 'failed'],
  ['deep.mp4', Buffer.concat([mp4, nested(2000)]), 'failed'],
  ['broken.webm', Buffer.concat([matroska, junk]), 'failed'],
];

/**
 * Broken, lying, or meant to hurt who looks into it. All of them are accepted: their first bytes
 * are what their name says.
 */
export const hostileFiles = (): Hostile[] => [...pictures(), ...documents(), ...sounds()];

/** It says that it is of 4 GiB, and has 2,000 bytes. */
function lyingWav(): Buffer {
  const wav = Buffer.alloc(2044);
  wav.write('RIFF\xff\xff\xff\xffWAVEfmt \x10\0\0\0\x01\0\x01\0', 'latin1');
  wav.writeUInt32LE(8000, 24);
  wav.writeUInt32LE(16_000, 28);
  wav.write('\x02\0\x10\0data\xff\xff\xff\xff', 32, 'latin1');
  return wav;
}

/** Boxes in boxes. */
function nested(depth: number): Buffer {
  let inner = Buffer.alloc(0) as Buffer;
  for (let level = 0; level < depth; level++) inner = box('moov', inner);
  return inner;
}
