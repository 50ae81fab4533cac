import type { Actor, ListHeirs, User, UserPage } from '@app/contracts';
import { chunksOf, decodeCursor, pageInfo } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { ChatMemory } from './chat-memory.js';
import { ChatView } from './chat-view.js';
import { MembershipsRepository } from './memberships.repository.js';
import { hasWordPrefix } from './word-prefix.js';

/** Members that one answer goes through at most, and how many of them at once. */
const mostMembers = 2000;
const atOnce = 200;

/** Bots run no chat, and neither does who is suspended. */
export const mayOwn = ({ role, isDeactivated }: User) => role !== 'bot' && !isDeactivated;

/** To whom a chat can be handed over. */
@Injectable()
export class Heirs {
  constructor(
    private readonly memory: ChatMemory,
    private readonly memberships: MembershipsRepository,
    private readonly view: ChatView,
  ) {}

  /** By id. What was gone through ends the page, as well as its limit. */
  async page(actor: Actor, { chatId, q, cursor, limit }: ListHeirs): Promise<UserPage> {
    const [after = ''] = decodeCursor(cursor, 1) ?? [];
    const ownerId = await this.memberships.ownerOf(chatId);
    const behind = (await this.memory.memberIds(chatId)).filter((userId) => userId > after);
    const items: User[] = [];
    for (const ids of chunksOf(behind.slice(0, mostMembers), atOnce)) {
      const people = await this.view.people(actor, ids);
      for (const id of ids) {
        const person = people.get(id);
        if (person && id !== ownerId && mayOwn(person) && isCalled(person, q)) items.push(person);
        if (items.length === limit) return { items, page: pageInfo(placeOf(id, behind)) };
      }
    }
    return { items, page: pageInfo(placeOf(behind[mostMembers - 1], behind)) };
  }
}

const isCalled = ({ name, username }: User, q: string | undefined) =>
  q === undefined || hasWordPrefix(`${name} ${username}`, q);

/** Where the next page begins, if it is not the end. */
function placeOf(last: string | undefined, all: readonly string[]): string[] | undefined {
  return last === undefined || last === all.at(-1) ? undefined : [last];
}
