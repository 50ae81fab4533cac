import { mentionsIn } from '@app/chat-state';
import { UsersApi, type Message, type UserId } from '@app/contracts';
import { Injectable, Logger } from '@nestjs/common';
import { onBehalfOf } from './module-actor.js';

/** Whom a message mentions. */
@Injectable()
export class MentionFinder {
  readonly #logger = new Logger(MentionFinder.name);

  constructor(private readonly users: UsersApi) {}

  async mentionedIn({ text, senderId, id }: Message): Promise<readonly UserId[]> {
    const usernames = [...mentionsIn(text)];
    if (usernames.length === 0) return [];
    try {
      const { items } = await this.users.resolve(onBehalfOf(senderId), { usernames });
      return items.map((user) => user.id).filter((userId) => userId !== senderId);
    } catch (error) {
      // The users module is away. A chat that stands still would be worse than a badge without `@`.
      this.#logger.warn(`Mentions of ${id} are lost: ${String(error)}`);
      return [];
    }
  }
}
