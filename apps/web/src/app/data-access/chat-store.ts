import { computed, inject, Injectable } from '@angular/core';
import { Session } from '@app/web-session';
import { ChatClient } from './chat-client';
import { chatRows, chatSections } from './chat-rows';
import { ChatWiring } from './chat-wiring';
import { Drafts } from './drafts';
import { firstRows } from './first-rows';
import { kept, saysTheSame } from './kept';
import { muteClock } from './mute-clock';
import { StorageTrouble } from './storage-trouble';

/**
 * All chats as this browser knows them: what the list shows. It is in the first load, and imports
 * neither what only an open conversation needs (`OpenChatStore`), nor what one may do
 * (`ChatActions`), nor what keeps it all true (`ChatSync`). One for the application, made when a
 * signed-in page first injects it; signing out reloads the page, so it never changes its person.
 */
@Injectable({ providedIn: 'root' })
export class ChatStore {
  private readonly client = inject(ChatClient);
  private readonly moment = muteClock(this.client.state, inject(ChatWiring).now);

  /** What waits in the composers; kept over reloads. */
  readonly drafts = new Drafts(this.client.me.id, inject(StorageTrouble).note);
  /** The chat list is known, from the cache or the server. Before: draw skeletons. */
  readonly isReady = firstRows({
    state: this.client.state,
    isListed: this.client.isListed,
    isNew: inject(Session).isNew(),
  });
  readonly connection = this.client.lineState.state;
  /** Messages of mine that will be stored, in all chats. */
  readonly queuedCount = computed(() => this.client.entries().length - this.failedCount());
  /** Messages of mine that the server has refused: they wait for me. */
  readonly failedCount = computed(
    () => this.client.entries().filter(({ state }) => state === 'failed').length,
  );
  /** My chats, the latest activity first. A row stays the same object while it says the same. */
  readonly chats = kept(
    () => chatRows(this.client.shown(), this.drafts.places(), this.moment()),
    ({ id }) => id,
  );
  /** The same chats, each once: what waits for me first, the rest by kind; no empty section. */
  readonly sections = computed(() => chatSections(this.chats()));
  /** Over all chats that are not muted; mentions over all. */
  readonly totals = computed(
    () => ({
      unread: this.chats().reduce((sum, chat) => sum + (chat.isMuted ? 0 : chat.unread), 0),
      mentions: this.chats().reduce((sum, chat) => sum + chat.mentions, 0),
    }),
    { equal: saysTheSame },
  );
  /** Everybody met so far, with their live presence; offline all of them while I am. */
  readonly people = computed(() => this.client.shown().people);
  /** Which of them is open, or about to be; null: none. */
  readonly chatId = this.client.openId.asReadonly();

  constructor() {
    inject(Session).keeps({
      unsentCount: () => this.drafts.places().size,
      forget: () => {
        this.drafts.forget();
        return Promise.resolve();
      },
      forgetCopies: () => Promise.resolve(),
    });
  }
}
