import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { maxAvatarBytes, problem } from '@app/contracts';
import { Injectable } from '@nestjs/common';
import { atMost } from '../at-most.js';
import { Contents } from '../contents.js';
import { looksOf, withHead } from '../file-head.js';
import { ProgramFailed } from '../previews/bounded-programs.js';
import type { PictureFormat } from '../previews/child/order.js';
import { PreviewProgram } from '../previews/preview-program.js';
import { inputName, WorkFolders } from '../previews/work-folders.js';
import { Quota } from '../quota.js';
import { Scanner } from '../scan/scanner.js';
import type { AvatarSquare } from './avatar.js';

/** What an avatar may be cut out of, by its bytes; a name says nothing. */
const formats: Readonly<Record<string, PictureFormat>> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  // Its first picture.
  'image/apng': 'png',
  'image/webp': 'webp',
};

/** In rising order. */
const sizes = [64, 256] as const;

/** Cuts squares out of pictures, in a program of its own, and keeps these. */
@Injectable()
export class AvatarMaker {
  constructor(
    private readonly folders: WorkFolders,
    private readonly program: PreviewProgram,
    private readonly contents: Contents,
    private readonly scanner: Scanner,
    private readonly quotas: Quota,
  ) {}

  /** Of the picture: fewer where no file may have as many. */
  get maxBytes(): number {
    return Math.min(maxAvatarBytes, this.quotas.maxFileBytes);
  }

  /**
   * `whole` resolves once all of the picture has come, and that was in order; before that nothing
   * is kept. Throws as `AvatarTransfers`.
   */
  async make(source: Readable, whole: () => Promise<void>): Promise<AvatarSquare[]> {
    const { head, content } = await withHead(source);
    const format = formats[(await looksOf(head)) ?? ''];
    if (format === undefined) throw problem('unsupported_media_type');
    const bounded = Readable.from(atMost(this.maxBytes, content), { objectMode: false });
    return this.folders.around(bounded, async (folder) => {
      await whole();
      await this.scanner.check(() => createReadStream(join(folder, inputName)));
      await this.#cut(format, folder);
      return this.#keep(folder);
    });
  }

  async #cut(format: PictureFormat, folder: string): Promise<void> {
    const order = { input: inputName, format, sizes, fit: 'square', motion: 'stopped' } as const;
    try {
      await this.program.picture(order, folder);
    } catch (error) {
      // What the program says of the picture, or that it would take too long, is the answer.
      if (error instanceof ProgramFailed && error.why !== 'stopped') throw unreadable();
      throw error;
    }
  }

  async #keep(folder: string): Promise<AvatarSquare[]> {
    const squares: AvatarSquare[] = [];
    try {
      for (const size of sizes) {
        const square = createReadStream(join(folder, `${size}.webp`));
        squares.push({ size, ...(await this.contents.putMade(square)) });
      }
    } catch (error) {
      // The disk is full, or away: one without the other is no use.
      for (const { sha256 } of squares) await this.contents.dropUnneeded(sha256);
      throw error;
    }
    return squares;
  }
}

const unreadable = () =>
  problem('validation_failed', {
    issues: [{ path: 'file', message: 'Not a picture that can be read' }],
  });
