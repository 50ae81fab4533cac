import { buffer } from 'node:stream/consumers';
import type { Actor, FileId, FileMeta, PreviewSize } from '@app/contracts';
import { eventually } from '@app/platform/testing';
import sharp from 'sharp';
import { crew, FilesBench } from './files-bench.js';

/** Until a preview is there: its program gives way to all that others do with the processor. */
const makingMs = 50_000;

/** Somebody who uploads, on a bench that makes previews. */
export class PreviewStage {
  private constructor(
    readonly bench: FilesBench,
    readonly actor: Actor,
  ) {}

  static async open(settings: NodeJS.ProcessEnv = {}): Promise<PreviewStage> {
    const bench = await FilesBench.open({ PARLEY_PREVIEWS: 'on', ...settings });
    return new PreviewStage(bench, bench.person('ada', crew));
  }

  /** The file once nobody works on its preview any more. */
  async upload(content: string | Buffer, name: string): Promise<FileMeta> {
    const { id, preview } = await this.bench.upload(this.actor, content, name);
    expect(preview).toBe('pending');
    return this.settled(id);
  }

  settled(fileId: FileId): Promise<FileMeta> {
    return eventually(async () => {
      const meta = await this.bench.files.meta(this.actor, { fileId });
      if (meta.preview === 'pending') throw new Error(`${meta.name} is pending`);
      return meta;
    }, makingMs);
  }

  /** The WebP that is shown. */
  async shown({ id }: Pick<FileMeta, 'id'>, size: PreviewSize): Promise<Buffer> {
    const picture = await this.bench.transfers.openPreview(this.actor, id, size);
    return buffer(await picture.read());
  }

  close(): Promise<void> {
    return this.bench.close();
  }
}

/** Whether a place in a picture is rather red, green or blue. */
export async function colourAt(picture: Buffer, left: number, top: number): Promise<string> {
  const area = { left, top, width: 1, height: 1 };
  const pixel = await sharp(picture).removeAlpha().extract(area).raw().toBuffer();
  const names = ['red', 'green', 'blue'];
  return names[pixel.indexOf(Math.max(...pixel))]!;
}
