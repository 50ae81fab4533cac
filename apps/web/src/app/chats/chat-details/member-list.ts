import {
  Component,
  computed,
  effect,
  inject,
  linkedSignal,
  signal,
  untracked,
} from '@angular/core';
import { fold, may, type ChatRole } from '@app/contracts';
import { Session } from '@app/web-session';
import {
  Avatar,
  Button,
  Field,
  IconButton,
  KeepFocus,
  Menus,
  Skeleton,
  type MenuItem,
} from '@app/web-ui';
import { ChatActions } from '../../data-access/chat-actions';
import { ChatStore } from '../../data-access/chat-store';
import type { MemberRow, OpenChat } from '../../data-access/chat-views';
import { OpenChatStore } from '../../data-access/open-chat-store';
import { problemWords } from '../../problem-words';
import { detailsTexts } from './details-texts';

/** With fewer one sees at a glance who is there. */
const MANY = 12;

/** As many are looked through as are fetched for that at most; in larger chats one looks closer. */
const MOST_SEARCHED = 2000;

type MemberDeed = ChatRole | 'remove';

/** Who is in the chat, what they are there, and, for admins, what they may become. */
@Component({
  selector: 'app-member-list',
  imports: [Avatar, Button, Field, IconButton, KeepFocus, Skeleton],
  template: `
    @if (isLarge()) {
      <ui-field
        type="search"
        isLiteral
        [label]="texts.findMember"
        [placeholder]="texts.findMemberHint"
        [(value)]="query"
      />
    }
    @if (expected() > 0) {
      <ui-skeleton [rows]="expected()" />
    }
    <ul uiKeepFocus>
      @for (member of members(); track member.user.id) {
        <li>
          <ui-avatar
            [id]="member.user.id"
            [name]="member.user.name"
            [presence]="member.user.status"
            [picture]="member.user.avatar"
            [size]="28"
          />
          <span class="name" dir="auto">{{ member.user.name }}</span>
          @if (member.user.id === me()?.id) {
            <small>{{ texts.you }}</small>
          }
          <small class="role">{{ texts.roles[member.role] }}</small>
          @if (deedsFor(member).length > 0) {
            <button
              #more
              uiIconButton
              type="button"
              icon="ellipsis"
              aria-haspopup="menu"
              [label]="texts.personMenu(member.user.name)"
              (click)="showMenu(member, more.element)"
            ></button>
          }
        </li>
      } @empty {
        @if (isFiltered() && !store.hasMoreMembers()) {
          <li>
            <span role="status">{{ texts.noMember }}</span>
          </li>
        }
      }
      @if (hasMore()) {
        <li class="more">
          <button uiButton kind="text" type="button" (click)="showMore()">
            {{ texts.more }}
          </button>
        </li>
      }
    </ul>
    @if (isRestAway()) {
      <p class="quiet">{{ texts.restOffline }}</p>
    }
    @if (problem()) {
      <p role="alert">{{ problem() }}</p>
    }
  `,
  styleUrl: './member-list.css',
})
export class MemberList {
  protected readonly store = inject(OpenChatStore);
  private readonly actions = inject(ChatActions);
  protected readonly me = inject(Session).user;
  private readonly connection = inject(ChatStore).connection;
  private readonly isOffline = computed(() => this.connection() === 'offline');
  protected readonly texts = detailsTexts;
  protected readonly problem = signal('');
  private readonly menus = inject(Menus);
  private readonly chat = computed(() => this.store.chat());
  protected readonly query = signal('');
  protected readonly isLarge = computed(() => (this.chat()?.memberCount ?? 0) > MANY);
  /** How many lines are on their way: below them nothing shall move when they come. */
  protected readonly expected = computed(() => {
    const isNobodyComing = this.isOffline() || this.store.members().length > 0;
    return isNobodyComing ? 0 : Math.min(this.chat()?.memberCount ?? 0, MANY);
  });
  protected readonly isFiltered = computed(() => this.isLarge() && this.query().trim() !== '');
  /** What else is in the details is not to stand below hundreds of people. */
  private readonly isShort = linkedSignal({
    source: () => this.chat()?.id,
    computation: () => true,
  });
  protected readonly hasMore = computed(() => {
    if (this.expected() > 0) return this.isLarge();
    const isCut = this.isShort() && this.store.members().length > MANY;
    const isFetchable = this.store.hasMoreMembers() && !this.isOffline();
    return (isCut || isFetchable) && !this.isFiltered();
  });
  /** The rest is not here, and nobody can be asked for it. */
  protected readonly isRestAway = computed(
    () => this.isOffline() && this.store.hasMoreMembers() && !this.isFiltered() && !this.hasMore(),
  );
  protected readonly members = computed(() => {
    const all = this.store.members();
    const query = fold(this.query().trim());
    if (!this.isFiltered()) return this.isShort() ? all.slice(0, MANY) : all;
    return all.filter(({ user }) => fold(`${user.name} ${user.username}`).includes(query));
  });

  constructor() {
    // What is looked for may stand on a page that nobody has asked for yet: one after the other.
    effect(() => {
      const isMissing = this.store.hasMoreMembers() && this.store.members().length < MOST_SEARCHED;
      if (this.isFiltered() && isMissing) untracked(() => void this.fetchMore());
    });
  }

  protected showMore(): void {
    if (this.isShort() && this.store.members().length > MANY) this.isShort.set(false);
    else void this.fetchMore();
  }

  protected async fetchMore(): Promise<void> {
    this.problem.set('');
    try {
      await this.store.loadMoreMembers();
    } catch (error) {
      // No connection, or too many questions: said below the list.
      this.problem.set(problemWords(error));
    }
  }

  protected deedsFor(member: MemberRow): readonly MenuItem<MemberDeed>[] {
    const chat = this.chat();
    return chat && member.user.id !== this.me()?.id ? deedsFor(member, chat) : [];
  }

  protected async showMenu(member: MemberRow, anchor: HTMLElement): Promise<void> {
    const { id, name } = member.user;
    const chatId = this.store.chatId();
    const label = detailsTexts.personMenu(name);
    const deed = await this.menus.open({ anchor, label, items: this.deedsFor(member) });
    if (!deed || !chatId) return;
    this.problem.set('');
    try {
      await (deed === 'remove'
        ? this.actions.removeMember(chatId, id)
        : this.actions.changeRole(chatId, id, deed));
    } catch (error) {
      // Refused, or no connection: said below the list.
      this.problem.set(problemWords(error));
    }
  }
}

const roleDeeds: readonly MenuItem<ChatRole>[] = [
  { id: 'owner', label: detailsTexts.makeOwner },
  { id: 'admin', label: detailsTexts.makeAdmin },
  { id: 'member', label: detailsTexts.makeMember },
  { id: 'readonly', label: detailsTexts.makeReadonly },
];

/** What may become of a member, by the same table as the server's. Nobody touches the owner. */
function deedsFor(
  { role }: Pick<MemberRow, 'role'>,
  { type, myRole }: Pick<OpenChat, 'type' | 'myRole'>,
): readonly MenuItem<MemberDeed>[] {
  if (role === 'owner') return [];
  const deeds: MenuItem<MemberDeed>[] = roleDeeds.filter(({ id }) => {
    if (id === role) return false;
    return may(id === 'owner' ? 'handOver' : 'changeRoles', type, myRole);
  });
  if (may('removeMembers', type, myRole))
    deeds.push({ id: 'remove', label: detailsTexts.remove, isDanger: true });
  return deeds;
}
