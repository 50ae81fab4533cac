import {
  afterNextRender,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  Injector,
  input,
  LOCALE_ID,
  untracked,
  viewChild,
} from '@angular/core';
import { Router } from '@angular/router';
import type { ChatId, DirectoryEntry, FoundChat, SearchOrder, User } from '@app/contracts';
import { Session } from '@app/web-session';
import {
  Avatar,
  Button,
  EmptyState,
  Field,
  Icon,
  IconButton,
  KeepFocus,
  Segments,
  Skeleton,
} from '@app/web-ui';
import { titleOf } from '../chats/chat-list/last-line';
import { PageHeader } from '../chats/page-header/page-header';
import { ChatActions } from '../data-access/chat-actions';
import { ChatStore } from '../data-access/chat-store';
import { problemWords } from '../problem-words';
import { FoundRows } from './found-rows';
import { KeptSearches } from './kept-searches';
import { MessageSearch } from './message-search';
import {
  searchParts,
  tokensOf,
  withoutToken,
  withPart,
  type SearchPart,
  type SearchToken,
} from './search-parts';
import { searchTexts } from './search-texts';
import { stepThrough } from './step-through';

/** An address may say a thing twice. */
const firstOf = (said: string | readonly string[] | undefined): string | undefined =>
  typeof said === 'object' ? said[0] : said;

/** `/search?q=&in=&order=`: finds messages, and people, chats and files beside them. */
@Component({
  selector: 'app-search-page',
  imports: [
    ...[Avatar, Button, EmptyState, Field, FoundRows, Icon, IconButton, KeepFocus, PageHeader],
    ...[Segments, Skeleton],
  ],
  providers: [MessageSearch],
  templateUrl: './search-page.html',
  styleUrls: ['../chats/page-header/page-frame.css', './search-page.css'],
  host: { class: 'beside', '(keydown)': 'step($event)' },
})
export class SearchPage {
  /** From the address. */
  readonly q = input(undefined, { transform: firstOf });
  readonly in = input(undefined, { transform: firstOf });
  readonly order = input(undefined, { transform: firstOf });

  protected readonly search = inject(MessageSearch);
  protected readonly kept = inject(KeptSearches);
  private readonly router = inject(Router);
  private readonly store = inject(ChatStore);
  private readonly actions = inject(ChatActions);
  private readonly field = viewChild.required(Field);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly numbers = new Intl.NumberFormat(inject(LOCALE_ID));
  protected readonly me = inject(Session).user;
  protected readonly texts = searchTexts;
  protected readonly orders = (['newest', 'best'] as const).map((id) => ({
    id,
    label: searchTexts.orders[id],
  }));
  protected readonly asked = computed(() => this.search.query().trim());
  protected readonly tokens = computed(() => tokensOf(this.search.query()));
  /** Those that are not there already. */
  protected readonly parts = computed(() => {
    const there = new Set(this.tokens().map(({ text }) => text));
    return searchParts.filter(({ text }) => !there.has(text));
  });
  protected readonly isSaved = computed(() => this.kept.all().saved.includes(this.asked()));
  protected readonly chat = computed(() => {
    const chatId = this.search.chatId();
    const row = chatId && this.store.chats().find(({ id }) => id === chatId);
    return row ? titleOf(row) : chatId && searchTexts.title;
  });
  /** While one still types, nothing is called wrong that is only not done. */
  protected readonly problem = computed(() => {
    const complaint = this.search.complaint();
    if (!complaint || this.asked() === '') return this.search.messages.problem();
    const place = this.numbers.format(complaint.place);
    return searchTexts.at(place, searchTexts.complaints[complaint.complaint]);
  });
  /** Those that are not among the chats already. */
  protected readonly channels = computed(() => {
    const { chats = [], channels = [] } = this.search.others() ?? {};
    return channels.filter((channel) => !chats.some(({ id }) => id === channel.id));
  });
  protected readonly isNothing = computed(() => {
    const { messages, others, complaint, isAsking } = this.search;
    const found = others();
    const isEmpty = messages.items().length === 0 && !messages.hasMore();
    const { people = [], chats = [], channels = [], files = [] } = found ?? {};
    const hasOthers = [...people, ...chats, ...channels, ...files].length > 0;
    return isEmpty && !hasOthers && !complaint() && !isAsking() && messages.isAnswered();
  });

  constructor() {
    effect(() => {
      const [q, chatId, order] = [this.q() ?? '', this.in() ?? null, this.order()];
      untracked(() => this.take(q, chatId as ChatId | null, order === 'best' ? 'best' : 'newest'));
    });
    effect(() => {
      const asked = this.asked();
      if (this.search.messages.isAnswered() && asked !== (untracked(this.q) ?? ''))
        untracked(() => this.show({ q: asked || null }));
    });
    afterNextRender(() => {
      if (matchMedia('(hover: hover)').matches) this.field().focus();
    });
  }

  protected add(part: SearchPart): void {
    this.search.query.update((query) => withPart(query, part.text));
    this.field().focus();
    const control = this.host.querySelector('input')!;
    const end = this.search.query().length;
    control.value = this.search.query();
    control.setSelectionRange(end, end);
  }

  /** What was pressed goes: the focus goes on to the one that comes in its place, or the field. */
  protected takeOut(token: SearchToken): void {
    const at = this.tokens().indexOf(token);
    this.search.query.update((query) => withoutToken(query, token));
    const goOn = (): void => {
      const left = this.host.querySelectorAll<HTMLElement>('.token');
      const next = left[Math.min(at, left.length - 1)];
      if (next) next.focus();
      else this.field().focus();
    };
    afterNextRender(goOn, { injector: this.injector });
  }

  protected choose(query: string): void {
    this.search.query.set(query);
    this.field().focus();
  }

  protected chooseOrder(order: string): void {
    this.show({ order: order === 'best' ? order : null });
  }

  protected everywhere(): void {
    this.show({ in: null });
    this.field().focus();
  }

  protected keep(): void {
    if (this.isSaved()) this.kept.unsave(this.asked());
    else this.kept.save(this.asked());
  }

  /** Something that was found is opened: by that it was a search. */
  protected remember(): void {
    if (this.asked() !== '') this.kept.remember(this.asked());
  }

  protected titleOf({ name, peer, type }: FoundChat): string {
    if (name) return name;
    return type === 'direct' ? (peer?.name ?? searchTexts.notes) : searchTexts.title;
  }

  protected openChat(chatId: ChatId): void {
    this.remember();
    void this.router.navigate(['/c', chatId]);
  }

  protected async write({ id }: User): Promise<void> {
    await this.attempt(() => this.actions.createDirect(id));
  }

  protected async visit(channel: DirectoryEntry): Promise<void> {
    await this.attempt(async () => {
      if (!channel.isMember) await this.actions.join(channel.id);
      return channel.id;
    });
  }

  protected step(event: KeyboardEvent): void {
    stepThrough(event, this.host);
  }

  private async attempt(open: () => Promise<ChatId>): Promise<void> {
    try {
      this.openChat(await open());
    } catch (error) {
      // One blocks the other, or no connection: said below the field.
      this.search.messages.problem.set(problemWords(error));
    }
  }

  private take(q: string, chatId: ChatId | null, order: SearchOrder): void {
    const isElsewhere = this.search.chatId() !== chatId || this.search.order() !== order;
    this.search.chatId.set(chatId);
    this.search.order.set(order);
    if (q !== this.asked()) this.search.query.set(q);
    else if (isElsewhere) this.search.again();
  }

  /** In the address, so that the way back from a message leads here again. */
  private show(queryParams: Readonly<Record<string, string | null>>): void {
    void this.router.navigate(['/search'], {
      queryParams,
      queryParamsHandling: 'merge',
      replaceUrl: true,
    });
  }
}
