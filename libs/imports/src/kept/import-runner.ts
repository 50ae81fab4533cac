import {
  ImportedChatsApi,
  ImportedMessagesApi,
  SessionId,
  type Actor,
  type Import,
  type UserId,
} from '@app/contracts';
import { Injectable } from '@nestjs/common';
import { ReadPermit } from '../read-permit.js';
import type { ImportSourceReader } from '../source/import-source.js';
import { AccountsHere, type AccountDirectory } from './accounts-here.js';
import type { ChatWork, ChatWriter } from './chat-writer.js';
import { FileImporter } from './file-importer.js';
import { ImportFolder } from './import-folder.js';
import { ImportPeople, type PlaceholderOf } from './import-people.js';
import { ImportRun } from './import-run.js';
import { ImportsRepository } from './imports.repository.js';
import type { OrderedImport } from './kept-import.js';
import { LiveWriter } from './live-writer.js';
import { placeholderIdOf } from './source-ids.js';
import { Tally } from './tally.js';
import { TrialWriter } from './trial-writer.js';

/** It was stopped, by somebody or since the process ends: nothing is wrong. */
export class ImportStopped extends Error {}

const sessionId = SessionId.parse('imports-module');

/** How one run makes accounts and writes chats. */
interface Ways {
  readonly placeholderOf: PlaceholderOf;
  readonly writerOf: (work: ChatWork) => ChatWriter;
}

/** Does one import, or its trial. Again is harmless: it goes on where it was. */
@Injectable()
export class ImportRunner {
  constructor(
    private readonly folder: ImportFolder,
    private readonly imports: ImportsRepository,
    private readonly accounts: AccountsHere,
    private readonly chats: ImportedChatsApi,
    private readonly messages: ImportedMessagesApi,
    private readonly files: FileImporter,
  ) {}

  /** Throws `SourceRefused`, `ImportStopped`, and `forbidden` for who may not any more. */
  async run(ordered: OrderedImport, signal: AbortSignal): Promise<void> {
    const actor = actorOf(ordered.createdBy);
    const directory = await this.accounts.directory(actor);
    const ways = ordered.isTrial ? this.#onPaper(ordered) : await this.#forGood(actor, ordered);
    const permit = new ReadPermit(async () => {
      const isAtWork = (await this.imports.pending())?.id === ordered.id;
      if (!isAtWork || signal.aborted) throw new ImportStopped();
    });
    await this.folder.with(actor, ordered, permit, (source) =>
      this.#through(source, { ordered, directory, ways, signal }),
    );
  }

  async #through(
    source: ImportSourceReader,
    run: {
      readonly ordered: OrderedImport;
      readonly directory: AccountDirectory;
      readonly ways: Ways;
      readonly signal: AbortSignal;
    },
  ): Promise<void> {
    const { ordered, directory, ways, signal } = run;
    const tally = new Tally();
    const people = new ImportPeople(source, directory, ways.placeholderOf, tally);
    const reached = async (all: Tally, progress: NonNullable<Import['progress']>) => {
      const { counts, notes } = all;
      const isOpen = await this.imports.reach(ordered.id, { counts, notes, progress });
      if (!isOpen || signal.aborted) throw new ImportStopped();
    };
    const { writerOf } = ways;
    const parts = { source, people, tally, at: ordered.createdAt, writerOf, reached };
    await new ImportRun(parts).through();
  }

  #onPaper({ source }: OrderedImport): Ways {
    return {
      placeholderOf: ({ key }) => Promise.resolve(placeholderIdOf(source, key)),
      writerOf: (work) => new TrialWriter(this.imports, source, work),
    };
  }

  async #forGood(actor: Actor, ordered: OrderedImport): Promise<Ways> {
    const { id: importId, source, createdBy: orderedBy } = ordered;
    const importer: Actor = { ...actor, userId: await this.accounts.makeImporter(actor) };
    const { imports, chats, messages, files } = this;
    const parts = { imports, chats, messages, files, importId, source, importer, orderedBy };
    return {
      placeholderOf: (person) => this.accounts.makePlaceholder(actor, source, person),
      writerOf: (work) => new LiveWriter(parts, work),
    };
  }
}

const actorOf = (userId: UserId): Actor => ({ userId, sessionId, role: 'owner' });
