import { MessagesApi, type Message, type Pushed, type UserId } from '@app/contracts';
import { Injectable } from '@nestjs/common';
import { onBehalfOf } from '../module-actor.js';
import type { PlainPush } from '../push/push-jobs.js';
import { PushTexts } from '../push/push-texts.js';
import { Wishes } from '../wishes/wishes.js';
import { Audiences } from './audiences.js';
import { Blocks } from './blocks.js';

/**
 * The last word on what a device shows, asked before each try to send it: the message as its reader
 * sees it then. It may have been edited or deleted since it was told, an hour ago or two seconds.
 */
@Injectable()
export class ReadablePushes {
  constructor(
    private readonly messages: MessagesApi,
    private readonly blocks: Blocks,
    private readonly audiences: Audiences,
    private readonly wishes: Wishes,
    private readonly texts: PushTexts,
  ) {}

  /** As much as the person wants shown; undefined where there is nothing for them to read. */
  async of(userId: UserId, { chatId, seq, cause }: PlainPush): Promise<Pushed | undefined> {
    const slots = [{ chatId, seq }];
    const { items } = await this.messages.around(onBehalfOf(userId), { slots, reach: 0 });
    const [message] = items;
    if (!message || !(await this.#isFor(userId, message))) return undefined;
    const members = await this.audiences.of(chatId);
    if (!members) return undefined;
    const settings = (await this.wishes.of([userId]))(userId);
    return this.texts.of(message, members.name, cause, settings);
  }

  async #isFor(userId: UserId, { deletedAt, isHidden, senderId }: Message): Promise<boolean> {
    if (deletedAt !== undefined || isHidden) return false;
    return !(await this.blocks.among([userId], senderId)).has(userId);
  }
}
