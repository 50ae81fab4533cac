import type { ClientMsgId } from '@app/contracts';
import { MOST_KEPT, type OutboxContents } from './outbox-contents';
import type { OutboxEntries } from './outbox-entries';
import { keyOf, type ChosenFile, type OutboxFile } from './outbox-files';

/** The files of entries, as the person adds them and changes their mind. */
export class OutboxAttachments {
  /** `requeue`: the entry with these files is to be sent, whatever was said of it before. */
  constructor(
    private readonly kept: OutboxEntries,
    private readonly contents: OutboxContents,
    private readonly giveUp: (file: OutboxFile) => Promise<void>,
    private readonly requeue: (id: ClientMsgId, files: readonly OutboxFile[]) => Promise<void>,
  ) {}

  take(clientMsgId: ClientMsgId, files: readonly ChosenFile[]): readonly OutboxFile[] {
    return files.map(({ content, ...about }, place) => {
      const key = keyOf(clientMsgId, place);
      this.contents.take(key, content);
      return { ...about, key, size: content.size };
    });
  }

  /** What there is no room for is marked: it stays only as long as the page. */
  async keep(clientMsgId: ClientMsgId): Promise<void> {
    const all = this.kept.all().flatMap((entry) => entry.files ?? []);
    let bytes = all.reduce((sum, { size, isUnkept }) => sum + (isUnkept ? 0 : size), 0);
    for (const { key, size } of this.filesOf(clientMsgId)) {
      if (bytes <= MOST_KEPT && (await this.contents.keep(key))) continue;
      bytes -= size;
      await this.put(
        clientMsgId,
        this.filesOf(clientMsgId).map((file) =>
          file.key === key ? { ...file, isUnkept: true } : file,
        ),
      );
    }
  }

  /** Too late once all are uploaded: the message may be on its way. */
  async remove(clientMsgId: ClientMsgId, key: string): Promise<void> {
    const all = this.filesOf(clientMsgId);
    const files = all.filter((file) => file.key !== key);
    await this.change(clientMsgId, files);
    await this.contents.remove(clientMsgId, key);
    for (const file of all) if (file.key === key) await this.giveUp(file);
  }

  async pause(clientMsgId: ClientMsgId, key: string, isPaused: boolean): Promise<void> {
    const files = this.filesOf(clientMsgId).map((file) => {
      if (file.key !== key) return file;
      const { isPaused: _, ...other } = file;
      return isPaused ? { ...other, isPaused } : other;
    });
    await this.change(clientMsgId, files);
  }

  private filesOf(clientMsgId: ClientMsgId): readonly OutboxFile[] {
    return this.kept.find(clientMsgId)?.files ?? [];
  }

  /** As long as one is refused, the person has not decided. */
  private change(clientMsgId: ClientMsgId, files: readonly OutboxFile[]): Promise<void> {
    const isRefused = files.some(({ code }) => code !== undefined);
    return isRefused ? this.put(clientMsgId, files) : this.requeue(clientMsgId, files);
  }

  private async put(clientMsgId: ClientMsgId, files: readonly OutboxFile[]): Promise<void> {
    const entry = this.kept.find(clientMsgId);
    if (entry) await this.kept.put({ ...entry, files });
  }
}
