import { UsersApi, type Message, type UserId } from '@app/contracts';
import { Injectable, Logger } from '@nestjs/common';
import { onBehalfOf } from './module-actor.js';

/** People that one message can mention. */
const maxNames = 50;

/**
 * The usernames after an `@` at the beginning of a word, folded, each once. A dot or a dash at the
 * end belongs to the sentence.
 */
export function namesIn(text: string): readonly string[] {
  const names = new Set<string>();
  for (const [, name] of text.matchAll(
    /(?<![\p{L}\p{N}_@.])@([A-Za-z0-9][A-Za-z0-9._-]{0,31})/gu,
  )) {
    names.add(name!.replace(/[._-]+$/, '').toLowerCase());
    if (names.size === maxNames) break;
  }
  return [...names];
}

/** Whom a message mentions. */
@Injectable()
export class MentionFinder {
  readonly #logger = new Logger(MentionFinder.name);

  constructor(private readonly users: UsersApi) {}

  async mentionedIn({ text, senderId, id }: Message): Promise<readonly UserId[]> {
    const usernames = [...namesIn(text)];
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
