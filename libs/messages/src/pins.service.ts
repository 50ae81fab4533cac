import {
  AccessApi,
  problem,
  type Actor,
  type ListPins,
  type Message,
  type PinMessage,
  type PinPage,
  type PinsApi,
} from '@app/contracts';
import { chunksOf, Clock, cutPage } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { ChatLog } from './chat-log.js';
import type { Slot, SlotPatch } from './log/slot.js';
import { SlotsRepository } from './log/slots.repository.js';
import { MessageFinder } from './message-finder.js';
import { MessageReader } from './message-reader.js';
import { mayStillGrow, mustPin } from './message-rules.js';
import { seqOfCursor } from './seq-cursor.js';

/** Pinned messages of one chat: so many are read at once. */
const maxPins = 1000;

@Injectable()
export class PinsService implements PinsApi {
  constructor(
    private readonly access: AccessApi,
    private readonly log: ChatLog,
    private readonly slots: SlotsRepository,
    private readonly finder: MessageFinder,
    private readonly reader: MessageReader,
    private readonly clock: Clock,
  ) {}

  async pin(actor: Actor, { messageId, isPinned }: PinMessage): Promise<Message> {
    const { slot, access } = await this.finder.find(actor, messageId);
    mustPin(slot, access);
    if (isPinned) await this.#mustHaveRoom(slot);
    const changed = await this.log.change(slot, (current): SlotPatch | undefined => {
      mustPin(current, access);
      if ((current.pin !== undefined) === isPinned) return undefined;
      if (!isPinned) return { pin: null };
      if (!mayStillGrow(current)) throw problem('conflict', { field: 'pins' });
      return { pin: { at: this.clock.now(), by: actor.userId } };
    });
    return this.reader.oneAsSeenBy(actor, changed);
  }

  /** Throws `not_found`, `not_member`, `validation_failed` for a cursor that nobody was given. */
  async list(actor: Actor, { chatId, cursor, limit }: ListPins): Promise<PinPage> {
    const { visibleFromSeq } = await this.access.of(actor, { chatId });
    const pinned = await this.slots.pinned(chatId, visibleFromSeq, seqOfCursor(cursor));
    const shown: Message[] = [];
    for (const some of chunksOf(pinned)) shown.push(...(await this.reader.asSeenBy(actor, some)));
    // Before they are counted: a page is as long as was asked for, as long as there are more.
    const visible = shown.filter(({ isHidden }) => !isHidden);
    return cutPage(visible, limit, ({ seq }) => [String(seq)]);
  }

  /** People who pin at the same moment may come a few beyond it. */
  async #mustHaveRoom({ chatId, pin }: Slot): Promise<void> {
    if (pin || (await this.slots.countPinned(chatId)) < maxPins) return;
    throw problem('conflict', { field: 'pins' });
  }
}
