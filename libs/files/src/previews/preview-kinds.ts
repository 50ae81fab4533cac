import type { PictureFormat } from './child/order.js';

/** How a preview of a type is made. */
export type PreviewKind =
  | { readonly type: 'picture'; readonly format: PictureFormat }
  /** A picture that has to become a PNG first, by a program of the machine. */
  | { readonly type: 'foreign picture'; readonly program: 'heif-convert' | 'ffmpeg' }
  | { readonly type: 'pages' }
  /** Sound, or a film: `demuxer` as ffmpeg names it, so that it guesses nothing. */
  | { readonly type: 'media'; readonly demuxer: string }
  | { readonly type: 'text' };

const picture = (format: PictureFormat): PreviewKind => ({ type: 'picture', format });
const foreign = (program: 'heif-convert' | 'ffmpeg'): PreviewKind => ({
  type: 'foreign picture',
  program,
});
const media = (demuxer: string): PreviewKind => ({ type: 'media', demuxer });
const text: PreviewKind = { type: 'text' };

const kinds: Readonly<Record<string, PreviewKind>> = {
  'image/jpeg': picture('jpeg'),
  'image/png': picture('png'),
  'image/gif': picture('gif'),
  'image/webp': picture('webp'),
  'image/avif': picture('avif'),
  'image/tiff': picture('tiff'),
  'image/heic': foreign('heif-convert'),
  'image/heif': foreign('heif-convert'),
  'image/bmp': foreign('ffmpeg'),
  'application/pdf': { type: 'pages' },
  'audio/mpeg': media('mp3'),
  'audio/mp4': media('mov'),
  'audio/aac': media('aac'),
  'audio/ogg': media('ogg'),
  'audio/wav': media('wav'),
  'audio/flac': media('flac'),
  'audio/webm': media('matroska'),
  'video/mp4': media('mov'),
  'video/quicktime': media('mov'),
  'video/webm': media('matroska'),
  'video/matroska': media('matroska'),
  'application/json': text,
  'application/xml': text,
  'image/svg+xml': text,
};

/** Undefined: of this type there is no preview. By its bytes, as a file's type is. */
export function previewKindOf(mime: string): PreviewKind | undefined {
  return kinds[mime] ?? (mime.startsWith('text/') ? text : undefined);
}
