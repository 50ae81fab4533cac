import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import {
  maxSearchLength,
  parseSearch,
  searchComplaints,
  type ChatId,
  type FoundEverything,
  type FoundFile,
  type FoundMessage,
  type FoundMessages,
  type SearchComplaint,
  type SearchOrder,
} from '@app/contracts';
import type { ConnectionNews } from '@app/web-realtime';
import { RequestProblem } from '@app/web-session';
import { ChatClient } from '../data-access/chat-client';
import { ChatWiring } from '../data-access/chat-wiring';
import { PagedSearch, type Page } from '../data-access/paged-search';
import { afterChange, isFileOf } from './found-changes';

/**
 * What is wrong with a query, and at which character, counted from 1 as a person counts. The field
 * takes no more than may be asked, but the address of a link has what somebody wrote there.
 */
export interface Complaint {
  readonly complaint: SearchComplaint | 'too_long';
  readonly place: number;
}

/** What the server has said of a query: at `offset` of it, in UTF-16 units. */
interface Refusal {
  readonly query: string;
  readonly complaint: SearchComplaint;
  readonly offset: number;
}

const empty: Page<FoundMessage> = { items: [], page: { nextCursor: null } };

/** Pages without anything on them that are skipped: the server looks through a part of all. */
const MOST_EMPTY = 10;

/**
 * What somebody looks for on the search page, and what was found: messages page by page, and a few
 * of all else beside them. Made where one may inject.
 */
@Injectable()
export class MessageSearch {
  private readonly rest = inject(ChatWiring).rest;
  readonly order = signal<SearchOrder>('newest');
  /** Only there; null: everywhere. */
  readonly chatId = signal<ChatId | null>(null);
  readonly messages = new PagedSearch<FoundMessage>((query, cursor) => this.ask(query, cursor));
  readonly query = this.messages.query;
  readonly others = signal<FoundEverything | null>(null);
  readonly isBehind = signal(false);
  /** What the server has said of the query that it could not read. */
  private readonly refusal = signal<Refusal | null>(null);
  readonly complaint = computed(
    () => complaintOf(this.query()) ?? complaintBy(this.refusal(), this.query()),
  );
  readonly isAsking = signal(false);

  constructor() {
    const stop = inject(ChatClient).connection.listen((news) => this.hear(news));
    inject(DestroyRef).onDestroy(stop);
  }

  /** In another order, or somewhere else. */
  again(): void {
    void this.messages.search();
  }

  /** What is deleted, or out of reach, is not shown on; what is edited, as it is now. */
  private hear(news: ConnectionNews): void {
    if (news.kind !== 'event') return;
    const { name, event } = news;
    if (name === 'message_edited')
      this.messages.change((found) => afterChange(found, event, event));
    if (name === 'message_deleted' || name === 'message_hidden') {
      this.messages.change((found) => afterChange(found, event, undefined));
      this.keepFiles((file) => !isFileOf(file, event));
    }
    if (name === 'chat_deleted') {
      const { chatId } = event;
      this.messages.change((found) => (found.chat.id === chatId ? undefined : found));
      this.keepFiles((file) => file.chat.id !== chatId);
    }
  }

  private keepFiles(isKept: (file: FoundFile) => boolean): void {
    this.others.update((others) => others && { ...others, files: others.files.filter(isKept) });
  }

  private async ask(query: string, cursor?: string): Promise<Page<FoundMessage>> {
    this.refusal.set(null);
    if (cursor === undefined) this.others.set(null);
    if (query === '' || complaintOf(query)) return empty;
    this.isAsking.set(true);
    try {
      if (cursor === undefined) void this.askOthers(query);
      return await this.page(query, cursor, MOST_EMPTY);
    } catch (error) {
      const refusal = refusalOf(error, query);
      if (!refusal) throw error;
      // A name of nobody, or of no chat: the place in the query is shown with it.
      this.refusal.set(refusal);
      return empty;
    } finally {
      this.isAsking.set(false);
    }
  }

  /** With something on it, or the last one. */
  private async page(
    q: string,
    cursor: string | undefined,
    left: number,
  ): Promise<Page<FoundMessage>> {
    const chatId = this.chatId();
    const query = {
      q,
      order: this.order(),
      timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
      ...(chatId !== null && { chatId }),
      ...(cursor !== undefined && { cursor }),
    };
    const found = await this.rest.request<FoundMessages>('GET', 'search/messages', { query });
    this.isBehind.set(found.isBehind === true);
    const { nextCursor } = found.page;
    if (found.items.length > 0 || nextCursor === null || left === 0) return found;
    return this.page(q, nextCursor, left - 1);
  }

  private async askOthers(q: string): Promise<void> {
    const isPlain = parseSearch(q).clauses.every(({ kind, isNot }) => kind === 'text' && !isNot);
    if (!isPlain || this.chatId() !== null) return;
    try {
      const query = { q, limit: 4 };
      const found = await this.rest.request<FoundEverything>('GET', 'search', { query });
      if (q === this.query().trim()) this.others.set(found);
    } catch {
      // Whatever it is, the messages meet it as well, and say so: these are beside them.
      this.others.set(null);
    }
  }
}

function complaintOf(query: string): Complaint | null {
  if (query.trimEnd().length > maxSearchLength)
    return { complaint: 'too_long', place: placeOf(maxSearchLength, query) };
  const [issue] = parseSearch(query).issues;
  return issue ? { complaint: issue.complaint, place: placeOf(issue.at, query) } : null;
}

/** Of another query it says nothing. What was asked had no blanks around it. */
function complaintBy(refusal: Refusal | null, typed: string): Complaint | null {
  if (refusal?.query !== typed.trim()) return null;
  const { complaint, offset } = refusal;
  return { complaint, place: placeOf(typed.length - typed.trimStart().length + offset, typed) };
}

/** A picture is one character, however many units it takes. */
const placeOf = (at: number, text: string): number =>
  [...new Intl.Segmenter().segment(text.slice(0, at))].length + 1;

function refusalOf(error: unknown, query: string): Refusal | null {
  if (!(error instanceof RequestProblem) || error.code !== 'validation_failed') return null;
  const issues = error.params['issues'] as readonly { complaint?: string; offset?: number }[];
  const [{ complaint, offset = 0 } = {}] = issues;
  return isComplaint(complaint) ? { query, complaint, offset } : null;
}

const isComplaint = (word: string | undefined): word is SearchComplaint =>
  word !== undefined && Object.hasOwn(searchComplaints, word);
