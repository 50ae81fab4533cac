import {
  ChatLogApi,
  problem,
  type ExpiredWeight,
  type PreviewRetention,
  type RetentionPreview as Preview,
} from '@app/contracts';
import { decodeCursor, pageInfo } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { moduleActor } from '../module-actor.js';
import { ExpiryFinder } from './expiry-finder.js';
import { KeptChatsRepository, type KeptChat } from './kept-chats.repository.js';
import { RetentionRulesRepository } from './retention-rules.repository.js';

/** Chats that one page looks at, and slots that it weighs: well within the time of a request. */
const chatsOfPage = 100;
const slotsOfPage = 20_000;

/** Slots weighed with one read. */
const slotsAtOnce = 2000;

/** Chats that a page names. */
const named = 20;

type Part = Preview['items'][number];

const nothing: ExpiredWeight = { messages: 0, files: 0, bytes: 0 };

/** Says what would go by a rule, and changes nothing. */
@Injectable()
export class RetentionPreview {
  constructor(
    private readonly chats: KeptChatsRepository,
    private readonly rules: RetentionRulesRepository,
    private readonly finder: ExpiryFinder,
    private readonly log: ChatLogApi,
  ) {}

  /** `days`: of the workspace, or, with `chatId`, of this chat. Throws `not_found`. */
  async of(
    asked: Omit<PreviewRetention, 'days'> & { readonly days: number | null },
  ): Promise<Preview> {
    const [atId = '', place = ''] = decodeCursor(asked.cursor, 2) ?? [];
    // Whatever somebody has made of it.
    const atSeq = Number.parseInt(place, 10) || 0;
    const chats = await this.#chats(asked, atId, atSeq);
    const rules = await this.rules.among(chats.map(({ id }) => id));
    const parts: Part[] = [];
    let [total, left, next] = [nothing, slotsOfPage, undefined as string[] | undefined];
    for (const [i, chat] of chats.entries()) {
      const rule = asked.chatId === undefined ? rules.get(chat.id) : undefined;
      const kept = await this.finder.estimate(chat, rule ? rule.days : asked.days);
      const from = chat.id === atId ? Math.max(atSeq, chat.keptFromSeq) : chat.keptFromSeq;
      const to = Math.min(kept, from + left);
      const weight = await this.#weigh(chat, from, to);
      left -= Math.max(0, to - from);
      total = sum(total, weight);
      if (chat.kind !== 'direct' && weight.messages > 0)
        parts.push(toPart(chat, chat.kind, weight));
      const isFull = asked.chatId === undefined && i + 1 === chatsOfPage;
      next = to < kept ? [chat.id, String(to)] : isFull ? [chat.id, '0'] : undefined;
      if (to < kept) break;
    }
    const items = parts.sort((a, b) => b.bytes - a.bytes || b.messages - a.messages);
    return { ...total, items: items.slice(0, named), page: pageInfo(next) };
  }

  /** From a chat within it on, or from the one behind it. */
  async #chats(
    { chatId }: Pick<PreviewRetention, 'chatId'>,
    atId: string,
    atSeq: number,
  ): Promise<KeptChat[]> {
    const known = chatId ?? (atSeq > 0 ? atId : undefined);
    const one = known === undefined ? undefined : await this.chats.find(known as KeptChat['id']);
    if (chatId !== undefined) {
      if (!one || one.kind === 'direct') throw problem('not_found');
      return [one];
    }
    const others = await this.chats.page(atId, chatsOfPage - (one ? 1 : 0));
    return one ? [one, ...others] : others;
  }

  async #weigh({ id: chatId }: KeptChat, from: number, to: number): Promise<ExpiredWeight> {
    let weight = nothing;
    for (let at = from; at < to; at += slotsAtOnce) {
      const limit = Math.min(slotsAtOnce, to - at);
      const query = { chatId, afterSeq: at - 1, limit };
      weight = sum(weight, await this.log.weigh(moduleActor, query));
    }
    return weight;
  }
}

const sum = (one: ExpiredWeight, other: ExpiredWeight): ExpiredWeight => ({
  messages: one.messages + other.messages,
  files: one.files + other.files,
  bytes: one.bytes + other.bytes,
});

const toPart = ({ id, name }: KeptChat, type: Part['type'], weight: ExpiredWeight): Part => ({
  chatId: id,
  type,
  name,
  ...weight,
});
