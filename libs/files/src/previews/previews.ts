import { problem, type FileId, type PreviewState } from '@app/contracts';
import { CONFIG, JobQueue, type Config, type JobContext } from '@app/platform';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { Contents } from '../contents.js';
import { type StoredFile } from '../file.js';
import { FilesRepository, type PreviewEnd } from '../files.repository.js';
import { ProgramFailed } from './bounded-programs.js';
import { makePreview } from './make-preview.js';
import { PreviewMaker } from './preview-maker.js';
import { PreviewNews } from './preview-news.js';

/** Who took too long gets so many tries: a busy machine may be one's bad luck once. */
const triesOfTime = 2;

/** Previews of what was uploaded, each made once, off the request, and kept with its file. */
@Injectable()
export class Previews {
  readonly #logger = new Logger(Previews.name);

  constructor(
    private readonly jobs: JobQueue,
    private readonly files: FilesRepository,
    private readonly contents: Contents,
    private readonly maker: PreviewMaker,
    private readonly news: PreviewNews,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** What an upload of this type begins with. */
  firstStateOf(mime: string): PreviewState {
    return this.config.files.hasPreviews && this.maker.canMake(mime) ? 'pending' : 'none';
  }

  /** Has it made, now or later. Never rejects: an upload is good without. */
  async order({ id, preview }: StoredFile): Promise<void> {
    if (preview !== 'pending') return;
    try {
      await this.jobs.enqueue(makePreview, { fileId: id }, { key: id });
    } catch (error) {
      // Too many are waiting, or the queue is away: the search for what waits finds it.
      this.#logger.debug(error);
    }
  }

  /** Makes it, unless that is done. Throws for what the next try may do better. */
  async make(fileId: FileId, context: JobContext): Promise<void> {
    const file = await this.files.find(fileId);
    if (file?.preview !== 'pending' || file.isGone) return;
    await this.#settle(file, await this.#attempt(file, context));
  }

  /** Nobody will make it any more. */
  giveUp(file: StoredFile): Promise<void> {
    return this.#settle(file, { preview: 'failed' });
  }

  async #attempt(file: StoredFile, { signal, attempt }: JobContext): Promise<PreviewEnd> {
    if (!this.maker.canMake(file.mime)) return { preview: 'none' };
    const twin = this.maker.isOfContentAlone(file.mime) && (await this.files.findShown(file));
    if (twin) return { preview: 'ready', details: twin.details ?? {}, derived: twin.derived };
    try {
      return { preview: 'ready', ...(await this.maker.make(file, signal)) };
    } catch (error) {
      // What a program says of the file is an outcome; all else is tried again, as is, once, what
      // took too long.
      if (!(error instanceof ProgramFailed) || error.why === 'stopped') throw error;
      if (error.why === 'time' && attempt < triesOfTime) throw error;
      this.#logger.log(`${file.id} (${file.mime}) has no preview: ${error.message}`);
      return { preview: 'failed' };
    }
  }

  async #settle(file: StoredFile, end: PreviewEnd): Promise<void> {
    const made = end.preview === 'ready' ? end.derived : [];
    if (!(await this.files.endPreview(file.id, end))) {
      // The file went meanwhile, or somebody else was faster; then they are needed, and stay.
      for (const { sha256 } of made) await this.contents.dropUnneeded(sha256);
      return;
    }
    const kept = await Promise.all(made.map(({ sha256 }) => this.contents.isKept(sha256)));
    if (kept.includes(false)) {
      // The last other file with such a content went just now, and took it along.
      await this.files.beginPreviewAnew(file.id);
      throw problem('service_unavailable', { service: 'files' });
    }
    await this.news.tell({ ...file, ...end });
  }
}
