import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { PreviewSize, waveformPoints, type FileDetails } from '@app/contracts';
import { Injectable } from '@nestjs/common';
import { Contents } from '../contents.js';
import type { Derived, PreviewPart, StoredFile } from '../file.js';
import { ProgramFailed } from './bounded-programs.js';
import type { PictureFormat } from './child/order.js';
import { MediaPrograms, maxSoundSeconds, sampleRate, type Workplace } from './media-programs.js';
import { previewKindOf, type PreviewKind } from './preview-kinds.js';
import { PreviewProgram } from './preview-program.js';
import { snippetBytes, snippetOf } from './snippet-of.js';
import { inputName, WorkFolders } from './work-folders.js';

/** What was made of a file, and is stored. */
export interface Made {
  readonly details: FileDetails;
  readonly derived: readonly Derived[];
}

/** What is made, and still to be stored. */
interface Draft {
  readonly details: FileDetails;
  readonly parts: readonly { readonly part: PreviewPart; readonly open: () => Readable }[];
}

/** Px of the pictures of a preview, in rising order. */
const sizes = [320, 1280] as const;

/** Makes the preview of a file, each kind in its way. */
@Injectable()
export class PreviewMaker {
  constructor(
    private readonly folders: WorkFolders,
    private readonly program: PreviewProgram,
    private readonly media: MediaPrograms,
    private readonly contents: Contents,
  ) {}

  /** Whether there is a preview of this type, on this machine. */
  canMake(mime: string): boolean {
    const kind = previewKindOf(mime);
    if (kind?.type === 'media') return this.media.has('ffmpeg') && this.media.has('ffprobe');
    if (kind?.type === 'foreign picture') return this.media.has(kind.program);
    return kind !== undefined;
  }

  /** Whether files of one content and type have one preview, whatever they are called. */
  isOfContentAlone(mime: string): boolean {
    return previewKindOf(mime)?.type !== 'text';
  }

  /**
   * Throws `ProgramFailed` for a file that cannot be shown; anything else is no word on the file.
   * What was stored by then belongs to nobody: a sweep finds it.
   */
  async make(file: StoredFile, signal: AbortSignal): Promise<Made> {
    const kind = previewKindOf(file.mime)!;
    if (kind.type === 'text') return this.#keep(await this.#ofText(file));
    return this.folders.with(file.sha256, async (folder) =>
      this.#keep(await this.#draft(kind, { folder, signal })),
    );
  }

  #draft(kind: Exclude<PreviewKind, { type: 'text' }>, place: Workplace): Promise<Draft> {
    switch (kind.type) {
      case 'picture':
        return this.#ofPicture(inputName, kind.format, 'kept', place);
      case 'foreign picture':
        return this.#ofForeignPicture(kind.program, place);
      case 'pages':
        return this.#ofPages(place);
      case 'media':
        return this.#ofMedia(kind.demuxer, place);
    }
  }

  async #ofPicture(
    input: string,
    format: PictureFormat,
    motion: 'kept' | 'stopped',
    { folder, signal }: Workplace,
  ): Promise<Draft> {
    const order = { input, format, sizes, fit: 'inside', motion } as const;
    const found = await this.program.picture(order, folder, signal);
    const made = found.sizes.map((size) => PreviewSize.parse(size));
    const parts = made.map((size) => ({
      part: `${size}` as const,
      open: () => createReadStream(join(folder, `${size}.webp`)),
    }));
    return { details: { ...found, sizes: made }, parts };
  }

  async #ofForeignPicture(by: 'heif-convert' | 'ffmpeg', place: Workplace): Promise<Draft> {
    return this.#ofPicture(await this.media.toPng(by, place), 'png', 'stopped', place);
  }

  async #ofPages(place: Workplace): Promise<Draft> {
    const order = { input: inputName, size: sizes[1] };
    const { image, ...found } = await this.program.page(order, place.folder, place.signal);
    const { details, parts } = await this.#ofPicture(image, 'png', 'stopped', place);
    return { details: { ...details, ...found }, parts };
  }

  async #ofMedia(demuxer: string, place: Workplace): Promise<Draft> {
    const { hasPicture, hasSound, durationMs } = await this.media.probe(demuxer, place);
    if (hasPicture) return this.#ofFilm(demuxer, durationMs, place);
    if (hasSound) return this.#ofSound(demuxer, durationMs, place);
    throw new ProgramFailed('exit', 'There is neither a picture nor a sound in it');
  }

  async #ofFilm(demuxer: string, written: number | undefined, place: Workplace): Promise<Draft> {
    const durationMs = written ?? (await this.media.measure(demuxer, place));
    const poster = await this.media.poster(demuxer, durationMs, place);
    const { details, parts } = await this.#ofPicture(poster, 'png', 'stopped', place);
    return { details: { ...details, durationMs }, parts };
  }

  async #ofSound(demuxer: string, written: number | undefined, place: Workplace): Promise<Draft> {
    const order = { input: await this.media.samples(demuxer, place), points: waveformPoints };
    const { samples, points } = await this.program.waveform(order, place.folder, place.signal);
    const heardMs = Math.round((samples / sampleRate) * 1000);
    // What was heard counts, unless not all of it was.
    const isAll = heardMs < maxSoundSeconds * 1000;
    const durationMs = isAll ? heardMs : Math.max(heardMs, written ?? 0);
    return { details: { durationMs, hasWaveform: true }, parts: [json('waveform', { points })] };
  }

  async #ofText({ sha256, sizeBytes, name }: StoredFile): Promise<Draft> {
    const range = { start: 0, end: Math.min(snippetBytes, sizeBytes) - 1 };
    const head =
      sizeBytes === 0 ? Buffer.alloc(0) : await buffer(await this.contents.open(sha256, range));
    const snippet = snippetOf(head, sizeBytes, name);
    return { details: { hasSnippet: true }, parts: [json('snippet', snippet)] };
  }

  async #keep({ details, parts }: Draft): Promise<Made> {
    const derived: Derived[] = [];
    // Two at most.
    for (const { part, open } of parts)
      derived.push({ part, ...(await this.contents.putMade(open())) });
    return { details, derived };
  }
}

function json(part: PreviewPart, value: unknown): Draft['parts'][number] {
  const bytes = Buffer.from(JSON.stringify(value));
  return { part, open: () => Readable.from([bytes], { objectMode: false }) };
}
