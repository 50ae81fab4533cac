import {
  computed,
  DestroyRef,
  effect,
  inject,
  Injectable,
  PendingTasks,
  signal,
  untracked,
} from '@angular/core';
import type { ChatFile, ChatFilePage, ChatId, FileKind } from '@app/contracts';
import { chatFilesOf } from '@app/contracts';
import { ChatClient } from '../../data-access/chat-client';
import { ChatWiring } from '../../data-access/chat-wiring';
import { FileLinks } from '../../data-access/file-links';
import { OpenChatStore } from '../../data-access/open-chat-store';
import { problemWords } from '../../problem-words';

/** What the server has told of one kind. `cursor`: undefined: nothing yet; null: all. */
interface Told {
  readonly files: readonly ChatFile[];
  readonly cursor: string | null | undefined;
}

const nothing: Told = { files: [], cursor: undefined };

/**
 * The files of the open chat of one kind, the newest first. The server tells them page by page; of
 * the messages that are loaded, those know better what they hold: what is sent, deleted or hidden
 * meanwhile is there, or gone, with its message. One for each place that shows them.
 */
@Injectable()
export class ChatFileList {
  private readonly rest = inject(ChatWiring).rest;
  private readonly store = inject(OpenChatStore);
  private readonly tasks = inject(PendingTasks);
  private readonly told = signal(nothing);
  /** Of what is not loaded: messages that were deleted or hidden since the server was asked. */
  private readonly gone = signal<ReadonlySet<string | number>>(new Set());
  /** Grows when it is asked anew: an answer to an older question is of no use. */
  private question = 0;
  private readonly asking = signal(false);

  readonly kind = signal<FileKind>('visual');
  /** Why there are no more, in words; empty: there are, or they are under way. */
  readonly problem = signal('');
  readonly items = computed(() => this.merged());
  /** The first page is here. */
  readonly isKnown = computed(() => this.told().cursor !== undefined);
  readonly hasMore = computed(() => this.told().cursor !== null && this.problem() === '');
  /** Another one for each page: what is to be seen at its end comes anew. */
  readonly end = computed(() => this.told().cursor);

  constructor() {
    effect(() => {
      this.kind();
      this.store.chatId();
      untracked(() => {
        this.told.set(nothing);
        this.gone.set(new Set());
        void this.begin();
      });
    });
    const links = inject(FileLinks);
    effect(() => links.want(this.items().map(({ file }) => file.id)));
    const stop = inject(ChatClient).connection.listen((news) => {
      // What was told while the line was away, nobody has heard.
      if (news.kind === 'ready') void this.begin();
      if (news.kind !== 'event') return;
      if (news.name === 'message_deleted') this.leave(news.event.id);
      if (news.name === 'message_hidden' && news.event.chatId === this.store.chatId())
        this.leave(news.event.seq);
    });
    inject(DestroyRef).onDestroy(stop);
  }

  /** From the newest on; what is shown stays until that is here. */
  begin(): Promise<void> {
    this.question++;
    return this.ask(undefined);
  }

  /** May be asked often: one page at a time. */
  async more(): Promise<void> {
    const { cursor } = this.told();
    if (cursor && !this.asking()) await this.ask(cursor);
  }

  private async ask(cursor: string | undefined): Promise<void> {
    const [chatId, question] = [this.store.chatId(), this.question];
    if (!chatId) return;
    this.problem.set('');
    this.asking.set(true);
    const done = this.tasks.add();
    try {
      const page = await this.page(chatId, cursor);
      if (question !== this.question) return;
      const before = cursor === undefined ? [] : this.told().files;
      this.told.set({ files: [...before, ...page.items], cursor: page.page.nextCursor });
    } catch (error) {
      // No connection, or refused: what was found stays, with the words.
      if (question === this.question) this.problem.set(problemWords(error));
    }
    if (question === this.question) this.asking.set(false);
    done();
  }

  /** A page with something on it, or the last one: the server looks through a part of a chat. */
  private async page(chatId: ChatId, cursor: string | undefined): Promise<ChatFilePage> {
    const query = { kind: this.kind(), ...(cursor !== undefined && { cursor }) };
    const path = `chats/${chatId}/files`;
    const page = await this.rest.request<ChatFilePage>('GET', path, { query });
    const next = page.page.nextCursor;
    return page.items.length === 0 && next !== null ? this.page(chatId, next) : page;
  }

  private leave(what: string | number): void {
    this.gone.update((gone) => new Set(gone).add(what));
  }

  private merged(): readonly ChatFile[] {
    const { files, cursor } = this.told();
    const gone = this.gone();
    // Below what the server has told so far there may be others between.
    const from = cursor === null ? 0 : (files.at(-1)?.seq ?? Infinity);
    const loaded = this.store.messages().filter(({ seq }) => seq >= from);
    const seqs = new Set(loaded.map(({ seq }) => seq));
    const others = files.filter(
      ({ seq, messageId }) => !seqs.has(seq) && !gone.has(seq) && !gone.has(messageId),
    );
    const here = loaded.flatMap(chatFilesOf).filter(({ kind }) => kind === this.kind());
    return [...others, ...here].sort((a, b) => b.seq - a.seq);
  }
}
