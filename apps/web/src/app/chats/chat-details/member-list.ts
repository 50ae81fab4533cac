import { Component, computed, inject, signal } from '@angular/core';
import { may, type ChatRole } from '@app/contracts';
import { Session } from '@app/web-session';
import { Avatar, Button, IconButton, Menus, type MenuItem } from '@app/web-ui';
import { ChatStore } from '../../data-access/chat-store';
import type { MemberRow, OpenChat } from '../../data-access/chat-views';
import { problemWords } from '../../problem-words';
import { detailsTexts } from './details-texts';

type MemberDeed = ChatRole | 'remove';

/** Who is in the chat, what they are there, and, for admins, what they may become. */
@Component({
  selector: 'app-member-list',
  imports: [Avatar, Button, IconButton],
  template: `
    <ul>
      @for (member of store.members(); track member.user.id) {
        <li>
          <ui-avatar
            [id]="member.user.id"
            [name]="member.user.name"
            [presence]="member.user.status"
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
      }
    </ul>
    @if (store.hasMoreMembers()) {
      <button uiButton kind="text" type="button" (click)="store.loadMoreMembers()">
        {{ texts.more }}
      </button>
    }
    @if (problem()) {
      <p role="alert">{{ problem() }}</p>
    }
  `,
  styleUrl: './member-list.css',
})
export class MemberList {
  protected readonly store = inject(ChatStore);
  protected readonly me = inject(Session).user;
  protected readonly texts = detailsTexts;
  protected readonly problem = signal('');
  private readonly menus = inject(Menus);
  private readonly chat = computed(() => this.store.chat());

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
        ? this.store.removeMember(chatId, id)
        : this.store.changeRole(chatId, id, deed));
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
