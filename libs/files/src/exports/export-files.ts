import { isProblem, MessagesApi, type Actor, type ChatId, type FileId } from '@app/contracts';
import { CONFIG, type Config } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { Contents } from '../contents.js';
import { FileAccess } from '../file-access.js';
import type { StoredFile } from '../file.js';
import { FilesRepository } from '../files.repository.js';
import type { ZipEntry } from './zip.js';

/** As many as are asked about at once. */
const atOnce = 100;

/** Of one export: what is in it, and what was left out. */
export class FileTally {
  /** Files may be in several chats; a file is taken along once. */
  readonly seen = new Set<FileId>();
  readonly leftOut: Pick<StoredFile, 'id' | 'name' | 'sizeBytes' | 'sha256'>[] = [];
  #bytes = 0;

  constructor(private readonly maxBytes: number) {}

  /** Whether there is room for it; then it is counted. */
  take(file: StoredFile): boolean {
    const { id, name, sizeBytes, sha256 } = file;
    this.seen.add(id);
    const hasRoom = this.#bytes + sizeBytes <= this.maxBytes;
    if (hasRoom) this.#bytes += sizeBytes;
    else this.leftOut.push({ id, name, sizeBytes, sha256 });
    return hasRoom;
  }
}

/** The files that somebody may read: those in their chats, and what they have not sent yet. */
@Injectable()
export class ExportFiles {
  constructor(
    private readonly messages: MessagesApi,
    private readonly access: FileAccess,
    private readonly files: FilesRepository,
    private readonly contents: Contents,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** What is counted in one export. */
  tally(): FileTally {
    return new FileTally(this.config.files.exportBytes);
  }

  async *ofChat(actor: Actor, chatId: ChatId, tally: FileTally): AsyncGenerator<ZipEntry> {
    try {
      for await (const fileIds of this.#heldIn(actor, chatId)) {
        const fresh = [...new Set(fileIds)].filter((id) => !tally.seen.has(id));
        const found = fresh.length > 0 ? await this.files.findAll(fresh) : [];
        yield* this.#entries(await this.access.readable(actor, found), tally);
      }
    } catch (error) {
      // They have left the chat, or it is gone, since it was listed.
      if (!isProblem(error, 'not_member', 'not_found')) throw error;
    }
  }

  async *unsent(actor: Actor, tally: FileTally): AsyncGenerator<ZipEntry> {
    yield* this.#entries(await this.files.unsentOf(actor.userId), tally);
  }

  async *#heldIn(actor: Actor, chatId: ChatId): AsyncGenerator<FileId[]> {
    let cursor: string | undefined;
    do {
      const { items, page } = await this.messages.files(actor, { chatId, cursor, limit: atOnce });
      const ids = items.map(({ file }) => file.id);
      // A page may have a few more than were asked for.
      for (let at = 0; at < ids.length; at += atOnce) yield ids.slice(at, at + atOnce);
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
  }

  *#entries(files: readonly StoredFile[], tally: FileTally): Generator<ZipEntry> {
    for (const file of files) {
      if (!tally.seen.has(file.id) && tally.take(file))
        yield { ...this.#entry(file), isPacked: true };
    }
  }

  #entry({ id, name, sha256 }: StoredFile): Pick<ZipEntry, 'path' | 'content'> {
    const { contents } = this;
    async function* content(): AsyncGenerator<Buffer> {
      try {
        yield* await contents.open(sha256);
      } catch (error) {
        // Its message was deleted since it was listed: it is empty here.
        if (!isProblem(error, 'not_found')) throw error;
      }
    }
    return { path: `files/${id}/${name}`, content: content() };
  }
}
