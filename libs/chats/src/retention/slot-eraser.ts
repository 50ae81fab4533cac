import {
  ChatLogApi,
  FilesApi,
  problem,
  type ChatId,
  type ExpiredWeight,
  type Message,
} from '@app/contracts';
import { EventBus, textBytes } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { MentionsRepository } from '../mentions.repository.js';
import { moduleActor } from '../module-actor.js';

/** Empties slots that nobody sees any more, wherever something of them is kept. */
@Injectable()
export class SlotEraser {
  constructor(
    private readonly log: ChatLogApi,
    private readonly files: FilesApi,
    private readonly mentions: MentionsRepository,
    private readonly eventBus: EventBus,
  ) {}

  /** `limit` slots behind `afterSeq`, at most 100. Resolves with what went. Again is harmless. */
  async erase(chatId: ChatId, afterSeq: number, limit: number): Promise<ExpiredWeight> {
    const { items } = await this.log.slotsBehind(moduleActor, { chatId, afterSeq, limit });
    // A node that lags: another try finds them.
    if (items.length < limit) throw problem('service_unavailable', { service: 'messages' });
    const said = items.filter(({ kind, deletedAt }) => kind !== 'system' && !deletedAt);
    const { files, bytes } = await this.#release(said);
    await this.log.forget(moduleActor, { chatId, afterSeq, limit });
    const seqs = items.map(({ seq }) => seq);
    await this.mentions.remove(chatId, seqs);
    const span = { fromSeq: afterSeq + 1, toSeq: afterSeq + limit };
    await this.eventBus.publish('chat.emptied', { chatId, ...span });
    return { messages: said.length, files, bytes: bytes + textBytes(said) };
  }

  /** While their slots still say what they hold: after a crash it is found again. */
  async #release(said: readonly Message[]): Promise<{ files: number; bytes: number }> {
    const gone = { files: 0, bytes: 0 };
    for (const { id, files } of said) {
      if (!files) continue;
      const released = await this.files.release(moduleActor, { messageId: id });
      gone.files += released.files;
      gone.bytes += released.bytes;
    }
    return gone;
  }
}
