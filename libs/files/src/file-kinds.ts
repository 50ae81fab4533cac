/** What is accepted under an ending: its type, and what its bytes may look like. */
interface Kind {
  readonly mime: string;
  /** Types that the bytes may show; `text` where they have no mark of their own. */
  readonly looksLike: readonly string[];
}

const kind = (mime: string, ...looksLike: readonly string[]): Kind => ({
  mime,
  looksLike: [mime, ...looksLike],
});
const text = (mime: string): Kind => kind(mime, 'text', 'application/xml');
const office = (mime: string): Kind => kind(mime, 'application/zip', 'application/x-cfb');

const openXml = 'application/vnd.openxmlformats-officedocument';
const openDocument = 'application/vnd.oasis.opendocument';

/** By ending. What is not here is taken for text where it is that, else by what its bytes say. */
const kinds: Readonly<Record<string, Kind>> = {
  jpg: kind('image/jpeg'),
  jpeg: kind('image/jpeg'),
  png: kind('image/png', 'image/apng'),
  gif: kind('image/gif'),
  webp: kind('image/webp'),
  avif: kind('image/avif'),
  heic: kind('image/heic', 'image/heif', 'image/heic-sequence', 'image/heif-sequence'),
  heif: kind('image/heif', 'image/heic', 'image/heic-sequence', 'image/heif-sequence'),
  bmp: kind('image/bmp'),
  tif: kind('image/tiff'),
  tiff: kind('image/tiff'),
  pdf: kind('application/pdf'),
  mp3: kind('audio/mpeg'),
  m4a: kind('audio/mp4', 'audio/x-m4a', 'video/mp4'),
  aac: kind('audio/aac'),
  ogg: kind('audio/ogg', 'audio/ogg; codecs=opus', 'application/ogg', 'video/ogg'),
  oga: kind('audio/ogg', 'audio/ogg; codecs=opus', 'application/ogg'),
  opus: kind('audio/ogg', 'audio/ogg; codecs=opus', 'application/ogg'),
  wav: kind('audio/wav', 'audio/vnd.wave', 'audio/wave', 'audio/x-wav'),
  flac: kind('audio/flac', 'audio/x-flac'),
  weba: kind('audio/webm', 'video/webm'),
  webm: kind('video/webm', 'audio/webm'),
  mp4: kind('video/mp4', 'video/x-m4v', 'video/quicktime', 'audio/mp4'),
  m4v: kind('video/mp4', 'video/x-m4v'),
  mov: kind('video/quicktime', 'video/mp4'),
  mkv: kind('video/matroska', 'video/x-matroska', 'video/webm'),
  zip: kind('application/zip'),
  gz: kind('application/gzip'),
  tgz: kind('application/gzip'),
  tar: kind('application/x-tar'),
  bz2: kind('application/x-bzip2'),
  xz: kind('application/x-xz'),
  '7z': kind('application/x-7z-compressed'),
  epub: kind('application/epub+zip', 'application/zip'),
  docx: office(`${openXml}.wordprocessingml.document`),
  xlsx: office(`${openXml}.spreadsheetml.sheet`),
  pptx: office(`${openXml}.presentationml.presentation`),
  odt: office(`${openDocument}.text`),
  ods: office(`${openDocument}.spreadsheet`),
  odp: office(`${openDocument}.presentation`),
  doc: kind('application/msword', 'application/x-cfb'),
  xls: kind('application/vnd.ms-excel', 'application/x-cfb'),
  ppt: kind('application/vnd.ms-powerpoint', 'application/x-cfb'),
  rtf: kind('application/rtf', 'text/rtf'),
  txt: text('text/plain'),
  log: text('text/plain'),
  md: text('text/markdown'),
  csv: text('text/csv'),
  tsv: text('text/tab-separated-values'),
  json: text('application/json'),
  xml: text('application/xml'),
  html: text('text/html'),
  htm: text('text/html'),
  svg: kind('image/svg+xml', 'text', 'application/xml'),
  ics: kind('text/calendar', 'text'),
  vcf: kind('text/vcard', 'text'),
};

/** Of those with a mark of their own: what comes under an ending that says nothing. */
const known = new Map(
  Object.values(kinds).flatMap(({ mime, looksLike }) =>
    looksLike.filter((type) => type.includes('/')).map((type) => [type, mime] as const),
  ),
);

/** What is found in it is text. */
const textual = new Set(['text', 'application/xml']);

/**
 * The type under which a file is kept; undefined when it is not accepted: its bytes are of a kind
 * that is not on the list, or of another one than its name says. `looks`: the type that its bytes
 * show, or `text`; undefined when they show nothing.
 */
export function acceptedMime(ending: string, looks: string | undefined): string | undefined {
  if (looks === undefined) return undefined;
  const named = kinds[ending];
  if (named) return named.looksLike.includes(looks) ? named.mime : undefined;
  return textual.has(looks) ? 'text/plain' : known.get(looks);
}

/** What a browser shows and cannot be made to run: no markup of any kind. */
const inline = new Set([
  ...['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/avif', 'image/bmp'],
  ...['application/pdf', 'text/plain'],
]);

export function isInline(mime: string): boolean {
  return inline.has(mime) || /^(?:audio|video)\//u.test(mime);
}
