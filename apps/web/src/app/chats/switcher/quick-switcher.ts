import {
  afterRenderEffect,
  Component,
  computed,
  ElementRef,
  inject,
  linkedSignal,
  signal,
} from '@angular/core';
import { Router } from '@angular/router';
import type { ChatId } from '@app/contracts';
import { Session } from '@app/web-session';
import {
  Avatar,
  Badge,
  DIALOG,
  EmptyState,
  Icon,
  isOfInputMethod,
  type DialogHandle,
} from '@app/web-ui';
import { ChatActions } from '../../data-access/chat-actions';
import { ChatStore } from '../../data-access/chat-store';
import { problemWords } from '../../problem-words';
import { glyphOf } from '../chat-list/last-line';
import { Commands, type CommandId } from '../commands/commands';
import { ServerFinds } from './server-finds';
import { switcherSections, type SwitcherRow } from './switcher-rows';
import { switcherTexts } from './switcher-texts';
import type { TypedAhead } from './typed-ahead';

/** What the person chose: a chat that is theirs (by now), or something to do. */
export type Found = { readonly chatId: ChatId } | { readonly commandId: CommandId };

/**
 * Goes to any chat, person, channel or command by a few letters. The focus stays in the field;
 * arrows move the choice, which a screen reader follows by `aria-activedescendant`.
 */
@Component({
  selector: 'app-quick-switcher',
  imports: [Avatar, Badge, EmptyState, Icon],
  templateUrl: './quick-switcher.html',
  styleUrl: './quick-switcher.css',
})
export class QuickSwitcher {
  protected readonly handle = inject(DIALOG) as DialogHandle<Found, TypedAhead>;
  protected readonly store = inject(ChatStore);
  private readonly actions = inject(ChatActions);
  private readonly router = inject(Router);
  private readonly me = inject(Session).user;
  private readonly commands = inject(Commands).all();
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  protected readonly texts = switcherTexts;
  protected readonly glyphOf = glyphOf;
  protected readonly query = signal('');
  private readonly server = new ServerFinds(this.actions, this.store.connection, this.query);
  protected readonly problem = signal('');
  private isChoosing = false;

  protected readonly sections = computed(() =>
    switcherSections({
      query: this.query(),
      chats: this.store.chats(),
      openChatId: this.store.chatId(),
      me: this.me()?.id,
      people: new Map(
        [...this.store.people().values(), ...this.server.people()].map((user) => [user.id, user]),
      ).values(),
      channels: this.server.channels(),
      commands: this.commands,
      canSearch: this.store.connection() !== 'offline',
    }),
  );
  private readonly rows = computed(() => this.sections().flatMap(({ rows }) => rows));
  /** The first row, until arrows choose another; an answer that comes later moves nothing. */
  protected readonly active = linkedSignal<RowsOf, SwitcherRow | null>({
    source: () => ({ query: this.query(), rows: this.rows() }),
    computation: ({ query, rows }, previous) => {
      const isSameQuery = previous?.source.query === query;
      // The way to the messages, while it was alone, was nobody's choice.
      const isChosen = isSameQuery && !isMessagesAlone(previous.source.rows);
      const kept = isChosen ? rows.find(({ id }) => id === previous.value?.id) : undefined;
      return kept ?? rows[0] ?? null;
    },
  });
  protected readonly status = computed(() => {
    if (this.problem()) return this.problem();
    if (this.store.connection() === 'offline' && this.query().trim() !== '')
      return switcherTexts.onlyKnown;
    return this.rows().length === 0 && this.server.isBusy() ? switcherTexts.searching : '';
  });
  protected readonly isNothing = computed(
    () => this.rows().length === 0 && !this.server.isBusy() && this.query().trim() !== '',
  );

  constructor() {
    afterRenderEffect(() => {
      const active = this.active();
      if (active)
        this.host.querySelector(`[id="${active.id}"]`)?.scrollIntoView({ block: 'nearest' });
    });
  }

  /** The field has the focus: keys reach it by themselves. */
  protected begin(): void {
    const ahead = this.handle.data.take();
    if (ahead) this.query.set(ahead);
  }

  protected steer(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if ((!step && event.key !== 'Enter') || isOfInputMethod(event)) return;
    event.preventDefault();
    if (!step && event.shiftKey) return this.searchMessages();
    const rows = this.rows();
    if (step) {
      const at = rows.findIndex(({ id }) => id === this.active()?.id);
      this.active.set(rows.at((at + step) % rows.length) ?? null);
      return;
    }
    const active = this.active();
    if (active) void this.choose(active);
  }

  protected async choose({ target }: SwitcherRow): Promise<void> {
    if (this.isChoosing) return;
    if (target.kind === 'messages') {
      this.searchMessages();
      return;
    }
    this.isChoosing = true;
    this.problem.set('');
    try {
      this.handle.close(await this.found(target));
    } catch (error) {
      // Refused (blocked, gone), or no connection: said here, and the rows stay.
      this.problem.set(problemWords(error));
    } finally {
      this.isChoosing = false;
    }
  }

  private searchMessages(): void {
    this.handle.close();
    void this.router.navigate(['/search'], { queryParams: { q: this.query().trim() || null } });
  }

  private async found(target: PlaceOrDeed): Promise<Found> {
    switch (target.kind) {
      case 'chat':
        return { chatId: target.chat.id };
      case 'person':
        return { chatId: await this.actions.createDirect(target.person.id) };
      case 'channel':
        await this.actions.join(target.channel.id);
        return { chatId: target.channel.id };
      case 'command':
        return { commandId: target.id };
    }
  }
}

type PlaceOrDeed = Exclude<SwitcherRow['target'], { kind: 'messages' }>;

const isMessagesAlone = ([first]: readonly SwitcherRow[]) => first?.target.kind === 'messages';

interface RowsOf {
  readonly query: string;
  readonly rows: readonly SwitcherRow[];
}
