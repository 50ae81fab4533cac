import { inject, Injectable, LOCALE_ID } from '@angular/core';
import type {
  AdminChat,
  AdminChatPage,
  ChatId,
  ChatRetention,
  ChatRetentionPage,
  ExpiredWeight,
  RetentionPatch,
  RetentionPreview,
  RetentionRun,
  RetentionState,
} from '@app/contracts';
import { Session } from '@app/web-session';
import { sizeWords } from '../../chats/files/file-looks';
import type { Meant } from '../frame/ask-about';
import { westernDigits } from '../frame/western-digits';
import type { Page } from '../../data-access/paged-search';
import { retentionTexts } from './retention-texts';

const path = 'admin/retention';

/** Chats that a preview names. */
const named = 3;

/** A rule as a row of a table. */
export interface Rule extends ChatRetention {
  readonly id: ChatId;
}

/** What would go. `names`: of the chats that lose most. */
export interface Expected extends ExpiredWeight {
  readonly names: readonly string[];
}

/** For how long messages are kept, for who says it. Methods reject as `RestClient` does. */
@Injectable({ providedIn: 'root' })
export class Retention {
  private readonly rest = inject(Session).rest;
  private readonly locale = inject(LOCALE_ID);

  state(): Promise<RetentionState> {
    return this.rest.request('GET', path);
  }

  change(patch: RetentionPatch): Promise<RetentionState> {
    return this.rest.request('PATCH', path, { body: patch });
  }

  async rules(cursor?: string): Promise<Page<Rule>> {
    const query = { cursor, limit: '20' };
    const { items, page } = await this.rest.request<ChatRetentionPage>('GET', `${path}/chats`, {
      query,
    });
    return { items: items.map((rule) => ({ ...rule, id: rule.chatId })), page };
  }

  /** Groups and channels whose name begins so. */
  async chats(q: string): Promise<readonly AdminChat[]> {
    const query = { q, limit: '20' };
    const { items } = await this.rest.request<AdminChatPage>('GET', 'admin/chats', { query });
    return items.filter(({ deletedAt }) => deletedAt === undefined);
  }

  /** `days` null: for ever; undefined: as all chats. */
  async set(chatId: ChatId, days: number | null | undefined, { reason }: Meant): Promise<void> {
    if (days === undefined)
      await this.rest.request('DELETE', `${path}/chats/${chatId}`, { query: { reason } });
    else {
      const body = { days, ...(reason !== undefined && { reason }) };
      await this.rest.request('PUT', `${path}/chats/${chatId}`, { body });
    }
  }

  purge({ reason }: Meant): Promise<RetentionRun> {
    const body = reason === undefined ? {} : { reason };
    return this.rest.request('POST', `${path}/purge`, { body });
  }

  /** What would go by so many days: part by part, all of it. Undefined: as it is set. */
  async preview(days?: number, chatId?: ChatId): Promise<Expected> {
    const total = { messages: 0, files: 0, bytes: 0 };
    const bytesOf = new Map<string, number>();
    let cursor: string | undefined;
    do {
      const query = { cursor, chatId, days: days === undefined ? undefined : String(days) };
      const part = await this.rest.request<RetentionPreview>('GET', `${path}/preview`, { query });
      total.messages += part.messages;
      total.files += part.files;
      total.bytes += part.bytes;
      for (const { name, bytes } of part.items) bytesOf.set(name, (bytesOf.get(name) ?? 0) + bytes);
      cursor = part.page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    const names = [...bytesOf].sort(([, a], [, b]) => b - a).map(([name]) => name);
    return { ...total, names: names.slice(0, named) };
  }

  /** Undefined: as all chats. */
  keptWords(days: number | null | undefined): string {
    if (days === undefined) return retentionTexts.inherited;
    return days === null ? retentionTexts.forever : retentionTexts.kept(days);
  }

  weightWords({ messages, files, bytes }: ExpiredWeight): string {
    const words = [retentionTexts.messages(messages), retentionTexts.files(files)] as const;
    return retentionTexts.what(...words, sizeWords(bytes, this.locale));
  }

  /** In the next night, or now. */
  expectedWords(expected: Expected, when: 'goes' | 'goesNow' = 'goes'): string {
    if (expected.messages === 0) return retentionTexts.nothingGoes;
    const goes = retentionTexts[when](this.weightWords(expected));
    if (expected.names.length === 0) return goes;
    const list = new Intl.ListFormat(this.locale, { type: 'conjunction' });
    return `${goes} ${retentionTexts.mostOf(list.format(expected.names))}`;
  }
}

/** What was typed: null for ever, NaN: no such number of days. */
export function daysOf(text: string): number | null {
  const typed = westernDigits(text.trim());
  if (typed === '') return null;
  const days = /^\d{1,5}$/.test(typed) ? Number(typed) : NaN;
  return days >= 1 && days <= 36_500 ? days : NaN;
}
