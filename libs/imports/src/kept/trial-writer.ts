import type { ImportSource } from '@app/contracts';
import type { ChatWork, ChatWriter, ReadyMessage } from './chat-writer.js';
import type { ImportsRepository } from './imports.repository.js';
import { boundedReactions, partsOf } from './message-parts.js';
import { chatIdOf } from './source-ids.js';

/** Counts what would come in, and writes nothing. */
export class TrialWriter implements ChatWriter {
  constructor(
    private readonly imports: Pick<ImportsRepository, 'chat'>,
    private readonly source: ImportSource,
    private readonly work: ChatWork,
  ) {}

  async begin(): Promise<number | 'present'> {
    const known = await this.imports.chat(chatIdOf(this.source, this.work.chat.key));
    return known?.isWhole ? 'present' : 0;
  }

  write(messages: readonly ReadyMessage[]): Promise<void> {
    const { tally } = this.work;
    for (const message of messages) {
      const parts = partsOf(message);
      if (parts.length === 0) tally.note('no_content', message.at);
      if (parts.length === 0) continue;
      tally.count('messages', parts.length);
      tally.count('files', message.files.length);
      for (const { byKeys } of boundedReactions(message.reactions))
        tally.count('reactions', byKeys.length);
    }
    return Promise.resolve();
  }

  finish(): Promise<void> {
    return Promise.resolve();
  }
}
