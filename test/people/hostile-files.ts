import { crc32, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';

/** A file that somebody means ill with. */
export interface HostileFile {
  readonly what: string;
  readonly name: string;
  readonly content: Buffer;
}

const hex = (digits: string) => Buffer.from(digits.replaceAll(' ', ''), 'hex');
const filled = (bytes: number) => Buffer.alloc(bytes, 0x41);
const text = (words: string) => Buffer.from(words);
const joined = (...parts: readonly (Buffer | string)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));

const u16 = (value: number) => Buffer.from([value & 255, value >> 8]);
const u16be = (value: number) => Buffer.from([value >> 8, value & 255]);
const u32 = (value: number) => Buffer.from(new Uint32Array([value]).buffer);
const u32be = (value: number) => u32(value).reverse();

const script = '<script>alert(document.domain)</script>';
const html = text(`<!doctype html><html><body>${script}</body></html>`);
const svg = text(
  `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>`,
);

const pngChunk = (type: string, data: Buffer) => {
  const body = joined(type, data);
  return joined(u32be(data.length), body, u32be(crc32(body)));
};
const pngSignature = hex('89504e470d0a1a0a');

/** Grey, a bit a pixel; `rows`: what is unpacked of it. */
export function png(width: number, height: number, rows = Buffer.alloc(100)): Buffer {
  const header = joined(u32be(width), u32be(height), hex('01 00 00 00 00'));
  return joined(
    pngSignature,
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(rows, { level: 9 })),
    pngChunk('IEND', Buffer.alloc(0)),
  );
}

const gif = (width: number, height: number, frames = 1) => {
  const frame = joined(hex('2c 0000 0000'), u16(width), u16(height), hex('00 02 02 4c01 00'));
  const all = Array.from({ length: frames }, () => frame);
  return joined('GIF89a', u16(width), u16(height), hex('80 00 00 000000 ffffff'), ...all, ';');
};

const jpeg = (width: number, height: number) =>
  joined(
    hex('ffd8 ffe0 0010 4a464946 0001 0100 0001 0001 0000 ffc0 0011 08'),
    u16be(height),
    u16be(width),
    hex('03 012200 021101 031101 ffd9'),
  );

const riff = (kind: string, data: Buffer) => joined('RIFF', u32(data.length + 4), kind, data);

/** Lossless, of one colour. */
const webp = (width: number, height: number) => {
  const size = u32(((width - 1) | ((height - 1) << 14)) >>> 0);
  const data = joined(hex('2f'), size, Buffer.alloc(32));
  return riff('WEBP', joined('VP8L', u32(data.length), data));
};

const bmp = (width: number, height: number) =>
  joined(
    'BM',
    u32(154),
    u32(0),
    u32(54),
    u32(40),
    u32(width),
    u32(height),
    hex('0100 1800'),
    Buffer.alloc(124),
  );

interface Entry {
  readonly name: string;
  readonly content: Buffer;
}

export function zip(...entries: readonly Entry[]): Buffer {
  const places: Buffer[] = [];
  const files: Buffer[] = [];
  let at = 0;
  for (const { name, content } of entries) {
    const packed = deflateRawSync(content, { level: 9 });
    const sizes = joined(
      u32(crc32(content)),
      u32(packed.length),
      u32(content.length),
      u16(name.length),
    );
    const file = joined('PK\x03\x04', hex('1400 0000 0800 0000 2100'), sizes, u16(0), name, packed);
    const known = hex('1400 1400 0000 0800 0000 2100');
    places.push(joined('PK\x01\x02', known, sizes, Buffer.alloc(12), u32(at), name));
    files.push(file);
    at += file.length;
  }
  const index = joined(...places);
  const count = u16(entries.length);
  const end = joined('PK\x05\x06', u32(0), count, count, u32(index.length), u32(at), u16(0));
  return joined(...files, index, end);
}

/** As 42.zip: each level has sixteen of the one below; unpacked, 16⁴ times a megabyte. */
function bombOf(levels: number): Buffer {
  const inner = levels === 0 ? Buffer.alloc(1_000_000) : bombOf(levels - 1);
  return zip(...Array.from({ length: 16 }, (_, n) => ({ name: `${n}.zip`, content: inner })));
}

const exe = joined(
  'MZ',
  hex('9000 0300 0000 0400 0000 ffff'),
  Buffer.alloc(112),
  'PE\0\0',
  Buffer.alloc(400),
);
const elf = joined(hex('7f454c46 020101 00'), Buffer.alloc(500));
const machO = joined(hex('cffaedfe 07000001 03000000 02000000'), Buffer.alloc(500));
const javaClass = joined(hex('cafebabe 00000034'), Buffer.alloc(200));
const wasm = hex('0061736d 01000000');
const flash = joined('CWS', hex('0a ff000000'), deflateSync(filled(200)));
const shortcut = joined(hex('4c000000 01140200 00000000 c0000000 00000046'), Buffer.alloc(60));
const cabinet = joined('MSCF', Buffer.alloc(60));
const deb = text('!<arch>\ndebian-binary   1410122664  0     0     100644  4         `\n2.0\n');
const eicar = text(
  ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-', 'ANTIVIRUS-TEST-FILE!$H+H*'].join(''),
);
const shell = text('#!/bin/sh\nrm -rf ~\n');
const gifScript = joined(gif(1, 1).subarray(0, 6), '/*', gif(1, 1).subarray(8), '*/=1;alert(1)');
const pdf = text(
  '%PDF-1.7\n1 0 obj\n<</Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>\nendobj\n',
);

const file = (what: string, name: string, content: Buffer): HostileFile => ({
  what,
  name,
  content,
});

/** Programs, by whatever name. */
const programs = [
  file('a Windows program', 'setup.exe', exe),
  file('a Windows program as a picture', 'holiday.jpg', exe),
  file('a Windows program as a document', 'invoice.pdf', exe),
  file('a Windows program as text', 'notes.txt', exe),
  file('a Windows program with two endings', 'holiday.jpg.exe', exe),
  file('a Windows library without a name', 'library', exe),
  file('a Linux program', 'tool', elf),
  file('a Linux program as a film', 'film.mp4', elf),
  file('a macOS program as music', 'song.mp3', machO),
  file('a Java class as a picture', 'picture.png', javaClass),
  file('WebAssembly as a picture', 'picture.webp', wasm),
  file('Flash', 'game.swf', flash),
  file('Flash as a picture', 'picture.gif', flash),
  file('a shortcut of Windows', 'document.pdf', shortcut),
  file('a cabinet as a document', 'letter.docx', cabinet),
  file('a Debian package as an archive', 'archive.zip', deb),
  file('a test virus as a picture', 'picture.bmp', eicar),
];

/** Markup that would run in a page of ours, as something that is shown. */
const disguises = [
  file('HTML as PNG', 'a.png', html),
  file('HTML as JPEG', 'a.jpg', html),
  file('HTML as PDF', 'a.pdf', html),
  file('HTML as a film', 'a.mp4', html),
  file('SVG as PNG', 'a.png', svg),
  file('SVG as GIF', 'a.gif', svg),
  file('PNG as JPEG', 'a.jpg', png(1, 1)),
  file('ZIP as PDF', 'a.pdf', zip({ name: 'a', content: pdf })),
  file('ZIP and PDF in one, as PDF', 'a.pdf', joined(zip({ name: 'a', content: filled(9) }), pdf)),
  file('a PDF as a picture', 'a.png', pdf),
  file('a picture as a document', 'a.docx', png(1, 1)),
  file('noise as text', 'a.txt', hex('00ff00fe8899aabb00000001')),
  file('a null byte in text', 'a.txt', text('harmless\0harmful')),
  file('noise without an ending', 'noise', hex('feff00010203fffe')),
];

/** What begins as something and ends at once. */
const cut = [
  file('a PNG of seven bytes', 'a.png', pngSignature.subarray(0, 7)),
  file('a JPEG of two bytes', 'a.jpg', hex('ffd8')),
  file('a GIF of two bytes', 'a.gif', text('GI')),
  file('a WebP without its kind', 'a.webp', hex('52494646 0000')),
  file('a PDF of three bytes', 'a.pdf', text('%PD')),
  file('a ZIP of three bytes', 'a.zip', hex('504b03')),
  file('an MP4 of six bytes', 'a.mp4', hex('00000018 6674')),
  file('a WebM of three bytes', 'a.webm', hex('1a45df')),
  file('an Ogg of three bytes', 'a.ogg', text('Ogg')),
  file('a FLAC of three bytes', 'a.flac', text('fLa')),
  file('a gzip of one byte', 'a.gz', hex('1f')),
  file('a 7z of five bytes', 'a.7z', hex('377abcaf27')),
  file('nothing, as a picture', 'a.png', Buffer.alloc(0)),
];

/** Refused by what their bytes are. */
export const refused: readonly HostileFile[] = [...programs, ...disguises, ...cut];

/** Of a kind that is accepted, and known to a virus scanner. */
export const infected: readonly HostileFile[] = [
  file('a test virus', 'eicar.com', eicar),
  file('a test virus after many words', 'letter.txt', joined(filled(1_000_000), eicar)),
  file('a test virus in a document', 'a.pdf', joined(pdf, eicar)),
];

/** Of a kind that is accepted: whatever is in them must not run, nor be unpacked by us. */
export const harmless: readonly HostileFile[] = [
  file('GIF and JavaScript in one', 'a.gif', gifScript),
  file('GIF and JavaScript in one, as a script', 'a.js', gifScript),
  file('PDF and HTML in one', 'a.pdf', joined(pdf, html)),
  file('JPEG and ZIP in one', 'a.jpg', joined(jpeg(1, 1), zip({ name: 'a.html', content: html }))),
  file('PNG with a script behind its end', 'a.png', joined(png(1, 1), html)),
  file('a PDF that would run a script', 'a.pdf', pdf),
  file('HTML that says so', 'a.html', html),
  file('SVG that says so', 'a.svg', svg),
  file(
    'XML with entities that grow',
    'a.xml',
    text('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aa">]><a>&a;</a>'),
  ),
  file('HTML without an ending', 'page', html),
  file('a shell script', 'run.sh', shell),
  file('JavaScript', 'a.js', text('alert(1)')),
  file('a table that calculates', 'a.csv', text('=cmd|"/c calc"!A1,1\n')),
  file('a ZIP of ZIPs of ZIPs of zeros', '42.zip', bombOf(2)),
  file('a ZIP that climbs', 'a.zip', zip({ name: '../../etc/cron.d/a', content: shell })),
  file('a gzip of zeros', 'a.gz', gzipSync(Buffer.alloc(10_000_000))),
  file('a PNG of 30,000 by 30,000 zeros', 'a.png', png(30_000, 30_000, Buffer.alloc(20_000_000))),
  file('a PNG of two thousand million square', 'a.png', png(0x7fffffff, 0x7fffffff)),
  file('a PNG of 100 megapixels that ends at once', 'a.png', png(10_000, 10_000).subarray(0, 50)),
  file('a GIF of 65,535 square with a thousand frames', 'a.gif', gif(65_535, 65_535, 1000)),
  file('a WebP of 16,383 square', 'a.webp', webp(16_383, 16_383)),
  file('a JPEG of 65,535 square', 'a.jpg', jpeg(65_535, 65_535)),
  file('a BMP of 30,000 square', 'a.bmp', bmp(30_000, 30_000)),
  file('nothing', 'a.txt', Buffer.alloc(0)),
];

/** Pictures that unpack to more than a machine has. */
export const bombs = harmless.filter(({ what }) => /^an? (?:PNG|GIF|WebP|JPEG|BMP) of/u.test(what));

/** Names that would do something on some system; each says what it must have become. */
export const names: readonly (readonly [said: string, kept: string | RegExp])[] = [
  ['../../../etc/passwd', 'passwd'],
  ['..\\..\\windows\\win.ini', 'win.ini'],
  ['/etc/shadow', 'shadow'],
  ['C:\\autoexec.bat', 'autoexec.bat'],
  ['%2e%2e%2fpasswd', '%2e%2e%2fpasswd'],
  ['..', 'file'],
  ['...', 'file'],
  [' ', 'file'],
  ['.htaccess', 'htaccess'],
  ['CON', '_CON'],
  ['nul.txt', '_nul.txt'],
  ['COM1.log', '_COM1.log'],
  ['a.txt.', 'a.txt'],
  ['a.txt::$DATA', 'a.txt__$DATA'],
  ['a<b>|c?*.txt', 'a_b__c__.txt'],
  ['photo\u202Egnp.exe', 'photognp.exe'],
  ['a\u0000.txt', 'a.txt'],
  ['a\u0007b.txt', 'ab.txt'],
  [`${'x'.repeat(10_000)}.txt`, /^x{251}\.txt$/u],
  ['\u{1F600}'.repeat(2000), /^(?:\u{1F600}){127}$/u],
];
