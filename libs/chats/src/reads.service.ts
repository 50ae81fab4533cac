import {
  ChatLogApi,
  userRoom,
  type Actor,
  type ChatId,
  type MarkRead,
  type ReadsApi,
  type ReadState,
} from '@app/contracts';
import { RealtimePublisher } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { AccessService } from './access.service.js';
import { MyMarks } from './my-marks.js';

/** See `ReadsApi`. */
@Injectable()
export class ReadsService implements ReadsApi {
  constructor(
    private readonly access: AccessService,
    private readonly log: ChatLogApi,
    private readonly marks: MyMarks,
    private readonly publisher: RealtimePublisher,
  ) {}

  async markRead(actor: Actor, { chatId, seq }: MarkRead): Promise<ReadState> {
    await this.access.of(actor, { chatId });
    const headSeq = await this.#headOf(actor, chatId);
    const { state, hasRisen } = await this.marks.read(actor, chatId, Math.min(seq, headSeq));
    if (hasRisen) this.publisher.publish(userRoom(actor.userId), 'read_state', state);
    return state;
  }

  async markDelivered(actor: Actor, { chatId, seq }: MarkRead): Promise<ReadState> {
    await this.access.of(actor, { chatId });
    const headSeq = await this.#headOf(actor, chatId);
    const { state, hasRisen } = await this.marks.delivered(actor, chatId, Math.min(seq, headSeq));
    if (hasRisen) this.publisher.publish(userRoom(actor.userId), 'read_state', state);
    return state;
  }

  async #headOf(actor: Actor, chatId: ChatId): Promise<number> {
    const { items } = await this.log.heads(actor, { chatIds: [chatId] });
    return items[0]?.headSeq ?? 0;
  }
}
