import type { Actor, ChatHeads, ChatId, HeadsOf, UserId } from '@app/contracts';
import { Database } from '@app/platform';
import { InProcessEventBus } from '@app/platform/testing';
import { blockSize } from '../unread.js';
import { ChatsBench } from './chats-bench.js';
import { MemoryChatLog } from './memory-chat-log.js';

/** `blocks`: of 1,024 slots, each with 50 quiet ones. */
export interface ChannelSize {
  readonly members: number;
  readonly blocks: number;
}

/** Slots that nobody in the channel has read, all of them in the last block. */
const unread = 500;

/** What of those is a message of somebody. */
export const unreadMessages = unread - 23;

/** A log that is as long as it is said to be: nobody reads it here. */
class LongLog extends MemoryChatLog {
  constructor(private readonly length: number) {
    super(new InProcessEventBus());
  }

  override heads(_: Actor, { chatIds }: HeadsOf): Promise<ChatHeads> {
    const head = { headSeq: this.length, headRev: this.length };
    return Promise.resolve({ items: chatIds.map((chatId) => ({ chatId, ...head })) });
  }
}

/** A channel of some size in a database of its own, read by Ann, who is in the middle of it. */
export class GrownChannel {
  readonly chatId = 'channel' as ChatId;
  readonly ann: Actor;
  #readSeq: number;

  private constructor(
    readonly bench: ChatsBench,
    private readonly members: number,
    readonly headSeq: number,
  ) {
    this.#readSeq = headSeq - unread;
    this.ann = bench.person(userId(members / 2));
  }

  static async open(uri: string, { members, blocks }: ChannelSize): Promise<GrownChannel> {
    const headSeq = blocks * blockSize - 1;
    const bench = await ChatsBench.open({ uri, log: new LongLog(headSeq) });
    const channel = new GrownChannel(bench, members, headSeq);
    await channel.#insert('chats', [channel.#chat()]);
    await channel.#insert('quiet_blocks', Array.from({ length: blocks }, channel.#quietBlock));
    for (let from = 0; from < members; from += 1000) {
      const count = Math.min(1000, members - from);
      const some = Array.from({ length: count }, (_, i) => channel.#membership(userId(from + i)));
      await channel.#insert('memberships', some);
    }
    return channel;
  }

  /** One slot further at each call. */
  nextSeq(): number {
    this.#readSeq = Math.min(this.#readSeq + 1, this.headSeq);
    return this.#readSeq;
  }

  async #insert(collection: string, documents: readonly object[]): Promise<void> {
    await this.bench.app
      .get(Database)
      .connection.collection(collection)
      .insertMany([...documents]);
  }

  #chat(): object {
    return {
      _id: this.chatId,
      kind: 'channel',
      traits: {
        name: 'channel',
        slug: 'channel',
        topic: '',
        visibility: 'public',
        postPolicy: 'everyone',
        historyVisibility: 'all',
        isArchived: false,
      },
      directUserIds: [],
      memberCount: this.members,
      hasPartialReaders: false,
      headSeq: this.headSeq,
      appliedRev: this.headSeq,
      lastMessage: null,
      createdAt: new Date(),
      updatedAt: new Date(),
      deletedAt: null,
      hiddenBy: [],
      searchText: 'channel',
    };
  }

  readonly #quietBlock = (_: unknown, block: number): object => ({
    _id: `${this.chatId}:${block}`,
    seqs: Array.from({ length: 50 }, (__, i) => block * blockSize + 20 * i + 1),
  });

  #membership(id: UserId): object {
    return {
      _id: `${this.chatId}:${id}`,
      chatId: this.chatId,
      userId: id,
      isMember: true,
      role: 'member',
      visibleFromSeq: 1,
      joinedSeq: 1,
      joinedAt: new Date(),
      appliedRev: 1,
      before: null,
      lastReadSeq: this.headSeq - unread,
      lastDeliveredSeq: this.headSeq - unread,
      settings: { level: 'all', mutedUntil: null, isFavourite: false, receipts: 'default' },
      sharesByDefault: true,
      mentionSeqs: [],
    };
  }
}

const userId = (n: number) => `person-${String(n).padStart(6, '0')}` as UserId;
