import {
  userRoom,
  type Actor,
  type Done,
  type HiddenSlots,
  type HideSlot,
  type ListHidden,
  type MarkRead,
  type ReadsApi,
  type ReadState,
} from '@app/contracts';
import { RealtimePublisher } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { AccessService } from './access.service.js';
import { MyHides } from './my-hides.js';
import { MyMarks, type Raised } from './my-marks.js';

/** See `ReadsApi`. */
@Injectable()
export class ReadsService implements ReadsApi {
  constructor(
    private readonly access: AccessService,
    private readonly marks: MyMarks,
    private readonly hides: MyHides,
    private readonly publisher: RealtimePublisher,
  ) {}

  async markRead(actor: Actor, { chatId, seq }: MarkRead): Promise<ReadState> {
    await this.access.of(actor, { chatId });
    return this.#told(actor, await this.marks.read(actor, chatId, seq));
  }

  async markDelivered(actor: Actor, { chatId, seq }: MarkRead): Promise<ReadState> {
    await this.access.of(actor, { chatId });
    return this.#told(actor, await this.marks.delivered(actor, chatId, seq));
  }

  async hide(actor: Actor, { chatId, seq }: HideSlot): Promise<Done> {
    await this.access.of(actor, { chatId });
    await this.hides.add(actor, chatId, seq);
    return {};
  }

  async hidden(actor: Actor, { chatId, after }: ListHidden): Promise<HiddenSlots> {
    await this.access.of(actor, { chatId });
    return this.hides.after(actor, chatId, after);
  }

  #told({ userId }: Actor, { state, hasRisen }: Raised): ReadState {
    if (hasRisen) this.publisher.publish(userRoom(userId), 'read_state', state);
    return state;
  }
}
