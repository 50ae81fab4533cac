import type { Actor, DirectoryEntry, DirectoryPage, ListDirectory } from '@app/contracts';
import { cutPage, decodeCursor } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { ChatRecord } from './chat.js';
import { ChatMemory } from './chat-memory.js';
import { ChatsRepository } from './chats.repository.js';
import { MembershipsRepository } from './memberships.repository.js';
import { hasWordPrefix } from './word-prefix.js';

/** Channels that somebody may know of: the public ones, and the private ones they are in. */
@Injectable()
export class Directory {
  constructor(
    private readonly chats: ChatsRepository,
    private readonly memberships: MembershipsRepository,
    private readonly memory: ChatMemory,
  ) {}

  /** By slug. */
  async list(actor: Actor, { q, cursor, limit }: ListDirectory): Promise<DirectoryPage> {
    const [afterSlug = ''] = decodeCursor(cursor, 1) ?? [];
    const [publicOnes, privateOnes] = await Promise.all([
      this.chats.publicChannels({ afterSlug, limit: limit + 1, q }),
      this.#private(actor, afterSlug, q ?? ''),
    ]);
    const found = [...publicOnes, ...privateOnes].sort((a, b) => (slugOf(a) < slugOf(b) ? -1 : 1));
    const { items, page } = cutPage(found, limit, (last) => [slugOf(last)]);
    const memberships = await this.memberships.inChats(
      actor.userId,
      items.map(({ id }) => id),
    );
    const mine = new Set(memberships.filter((one) => one.isMember).map(({ chatId }) => chatId));
    return { items: items.map((chat) => entryOf(chat, mine.has(chat.id))), page };
  }

  /** From memory, or by id: somebody's own chats are few beside all. */
  async #private(actor: Actor, afterSlug: string, q: string): Promise<ChatRecord[]> {
    const chats = await this.chats.findMany(await this.memory.chatIds(actor.userId));
    return chats.filter(
      (chat) =>
        chat.kind === 'channel' &&
        chat.deletedAt === undefined &&
        chat.traits.visibility === 'private' &&
        slugOf(chat) > afterSlug &&
        hasWordPrefix(searchable(chat), q),
    );
  }
}

const slugOf = ({ traits }: ChatRecord) => traits.slug ?? '';

const searchable = ({ traits }: ChatRecord) =>
  `${traits.name} ${traits.topic} ${traits.slug ?? ''} ${(traits.slug ?? '').replaceAll('-', ' ')}`;

function entryOf(chat: ChatRecord, isMember: boolean): DirectoryEntry {
  const { id, traits, memberCount } = chat;
  const { name, topic, avatar, visibility } = traits;
  const entry = { id, slug: slugOf(chat), name, topic, visibility, memberCount, isMember };
  return avatar === undefined ? entry : { ...entry, avatar };
}
