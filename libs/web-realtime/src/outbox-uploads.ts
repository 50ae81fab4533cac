import { signal } from '@angular/core';
import type { ClientMsgId } from '@app/contracts';
import { RequestProblem } from '@app/web-session';
import { isPassing } from './outbox-delivery';
import type { OutboxContents } from './outbox-contents';
import type { OutboxEntries } from './outbox-entries';
import { LOST_FILE, type FileUploads, type OutboxFile } from './outbox-files';
import type { OutboxEntry } from './outbox-storage';
import type { OutboxTabs } from './outbox-tabs';

/** Other tabs hear of progress this often. */
const TELL_MS = 400;

/**
 * What became of the files of an entry: all are there, or one was refused (`code`), or they wait
 * for the person, or nobody wants the entry any more.
 */
export type Brought =
  | { readonly kind: 'all'; readonly entry: OutboxEntry }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'paused' | 'unwanted' | 'ended' };

/** Brings the files of entries to the server, one after the other. What has arrived is noted. */
export class OutboxUploads {
  private readonly sent = signal<ReadonlyMap<string, number>>(new Map());
  /** `Map<key of a file, bytes>` of those under way, in whichever tab. */
  readonly progress = this.sent.asReadonly();
  private readonly running = new Map<string, AbortController>();
  private toldAt = 0;
  private isEnded = true;

  constructor(
    private readonly uploads: FileUploads,
    private readonly contents: OutboxContents,
    private readonly kept: OutboxEntries,
    private readonly tabs: OutboxTabs,
  ) {
    tabs.listen((news) => {
      if (news.kind === 'progress') this.note(news.key, news.sentBytes);
    });
  }

  /** Rejects where it has to be tried again. */
  async bring(clientMsgId: ClientMsgId): Promise<Brought> {
    for (;;) {
      const entry = this.kept.find(clientMsgId);
      if (!entry) return { kind: 'unwanted' };
      const files = entry.files ?? [];
      const refused = files.find(({ code }) => code !== undefined);
      if (refused) return { kind: 'refused', code: refused.code! };
      const next = files.find(({ fileId }) => fileId === undefined);
      if (!next) return { kind: 'all', entry };
      if (this.isEnded) return { kind: 'ended' };
      if (next.isPaused) return { kind: 'paused' };
      await this.bringOne(entry, next);
    }
  }

  /** Ends what is under way and not wanted, or not wanted now. */
  look(): void {
    for (const [key, running] of this.running) {
      const file = this.fileOf(key);
      if (!file || file.isPaused) running.abort();
    }
  }

  /** What has come of a file that is not wanted any more takes room there until it is swept. */
  async giveUp({ uploadAt, fileId }: OutboxFile): Promise<void> {
    if (uploadAt === undefined || fileId !== undefined) return;
    try {
      await this.uploads.giveUp(uploadAt);
    } catch {
      // ConnectionLost, RequestProblem: it is swept there a day later.
    }
  }

  /** True: another tab does it from now on. */
  end(isEnded: boolean): void {
    this.isEnded = isEnded;
    if (isEnded) for (const running of this.running.values()) running.abort();
  }

  private async bringOne(entry: OutboxEntry, file: OutboxFile): Promise<void> {
    const { key } = file;
    const running = new AbortController();
    this.running.set(key, running);
    try {
      const about = await this.upload(entry, file, running.signal);
      await this.change(entry.clientMsgId, key, about);
    } catch (error) {
      // Without a connection, or refused in passing: the caller comes back.
      const isRefused = error instanceof RequestProblem && !isPassing(error);
      if (running.signal.aborted) return;
      if (!isRefused) throw error;
      await this.change(entry.clientMsgId, key, { code: error.code });
    } finally {
      this.running.delete(key);
      this.tell(key, null);
    }
  }

  private async upload(
    { chatId, clientMsgId }: OutboxEntry,
    { key, name, uploadAt: at }: OutboxFile,
    signal: AbortSignal,
  ): Promise<Partial<OutboxFile>> {
    const content = await this.contents.get(key);
    if (!content || !(await isReadable(content))) return { code: LOST_FILE };
    if (signal.aborted) return {};
    const note = (sentBytes: number): void => {
      if (!signal.aborted) this.tell(key, sentBytes);
    };
    const began = (uploadAt: string) => this.change(clientMsgId, key, { uploadAt });
    const wish = { chatId, key, name, content, signal, note, at, began };
    return { fileId: await this.uploads.upload(wish) };
  }

  private async change(id: ClientMsgId, key: string, about: Partial<OutboxFile>): Promise<void> {
    const entry = this.kept.find(id);
    if (!entry?.files || Object.keys(about).length === 0) return;
    const files = entry.files.map((file) => (file.key === key ? { ...file, ...about } : file));
    await this.kept.put({ ...entry, files });
  }

  private fileOf(key: string): OutboxFile | undefined {
    for (const { files = [] } of this.kept.all())
      for (const file of files) if (file.key === key) return file;
    return undefined;
  }

  private tell(key: string, sentBytes: number | null): void {
    this.note(key, sentBytes);
    const now = Date.now();
    if (sentBytes !== null && now - this.toldAt < TELL_MS) return;
    this.toldAt = now;
    this.tabs.post({ kind: 'progress', key, sentBytes });
  }

  private note(key: string, sentBytes: number | null): void {
    this.sent.update((before) => {
      const sent = new Map(before);
      if (sentBytes === null) sent.delete(key);
      else sent.set(key, sentBytes);
      return sent;
    });
  }
}

/** What was chosen on a disk may have changed there, or be gone: then no upload of it ever ends. */
async function isReadable(content: Blob): Promise<boolean> {
  try {
    await content.slice(0, 1).arrayBuffer();
    return true;
  } catch {
    // NotReadableError, or NotFoundError.
    return false;
  }
}
