import { inject, Injectable } from '@angular/core';
import { Menus, Toasts, type MenuItem, type MenuRequest } from '@app/web-ui';
import type { ChatId } from '@app/contracts';
import { NOW } from '../../clock';
import { byFavouritePlace } from '../../data-access/chat-rows';
import { ChatActions, MUTED_FOR_EVER } from '../../data-access/chat-actions';
import { ChatStore } from '../../data-access/chat-store';
import type { ChatRow } from '../../data-access/chat-views';
import { chatTexts } from '../chat-texts';
import { ChatExit } from '../chat-details/chat-exit';
import { chatProblemWords } from '../chat-details/chat-problem-words';
import { DetailsPane } from '../chat-details/details-pane';
import { favouritePlaces } from './favourite-order';
import { titleOf } from './last-line';
import { rowMenuTexts } from './row-menu-texts';

type Deed = 'read' | 'favourite' | 'plain' | 'up' | 'down' | 'mute' | 'unmute' | 'details' | 'end';
type Span = 'hour' | 'working-day' | 'always';

const HOUR_MS = 3_600_000;
const spans: Readonly<Record<Span, number>> = {
  hour: HOUR_MS,
  'working-day': 8 * HOUR_MS,
  always: Infinity,
};

type MenuPlace = Pick<MenuRequest, 'anchor' | 'at'>;

/** What one may do with a chat from the list. Refusals have no place there: a toast has them. */
@Injectable({ providedIn: 'root' })
export class RowMenu {
  private readonly store = inject(ChatStore);
  private readonly actions = inject(ChatActions);
  private readonly menus = inject(Menus);
  private readonly toasts = inject(Toasts);
  private readonly exit = inject(ChatExit);
  private readonly details = inject(DetailsPane);
  private readonly now = inject(NOW);

  /**
   * Resolves when the choice, if any, has been made and done. `event`: what asked for it, where it
   * was not a press on `anchor`.
   */
  async show(chat: ChatRow, anchor: HTMLElement, event?: MouseEvent): Promise<void> {
    const label = chatTexts.chatMenu(titleOf(chat));
    const place = { anchor, at: event && pointOf(event) };
    const deed = await this.menus.open({ ...place, label, items: this.deedsFor(chat) });
    if (!deed) return;
    await this.attempt(() => this.do(deed, chat, place));
  }

  /** One place up or down among the favourites that the list shows. */
  async move(chatId: ChatId, step: 1 | -1): Promise<void> {
    await this.attempt(async () => {
      const shown = this.shownFavourites().map(({ id }) => id);
      const all = this.favourites();
      for (const [id, favouritePlace] of favouritePlaces(all, shown, chatId, step))
        await this.actions.updateSettings(id, { favouritePlace });
    });
  }

  private async do(deed: Deed, chat: ChatRow, place: MenuPlace): Promise<void> {
    const { id } = chat;
    const deeds: Readonly<Record<Deed, () => unknown>> = {
      read: () => this.actions.markAllRead(id),
      favourite: () => this.actions.updateSettings(id, this.lastFavourite()),
      plain: () => this.actions.updateSettings(id, { isFavourite: false }),
      up: () => this.move(id, -1),
      down: () => this.move(id, 1),
      mute: () => this.mute(chat, place),
      unmute: () => this.actions.updateSettings(id, { mutedUntil: null }),
      details: () => this.details.showOf(id),
      end: () => this.exit.take(chat.kind === 'direct' ? 'hide' : 'leave', chat),
    };
    await deeds[deed]();
  }

  private deedsFor(chat: ChatRow): readonly MenuItem<Deed>[] {
    const { isFavourite, isMuted, id } = chat;
    const shown = this.shownFavourites();
    const at = shown.findIndex((favourite) => favourite.id === id);
    const lines: readonly (MenuItem<Deed> | false)[] = [
      chat.unread + chat.mentions > 0 && line('read', 'check-check'),
      isFavourite ? line('plain', 'star-off') : line('favourite', 'star'),
      at > 0 && line('up', 'arrow-up'),
      at >= 0 && at < shown.length - 1 && line('down', 'arrow-down'),
      isMuted ? line('unmute', 'bell') : line('mute', 'bell-off'),
      line('details', 'panel-right'),
      !chat.isSelf && this.endLine(chat),
    ];
    return lines.filter((each) => each !== false);
  }

  private endLine({ kind }: ChatRow): MenuItem<Deed> {
    return kind === 'direct'
      ? { id: 'end', label: rowMenuTexts.hide, icon: 'eye-off' }
      : { id: 'end', label: rowMenuTexts.leave, icon: 'log-out', isDanger: true };
  }

  private async mute({ id }: ChatRow, place: MenuPlace): Promise<void> {
    const items = (Object.keys(spans) as Span[]).map((span) => ({
      id: span,
      label: rowMenuTexts.spans[span],
    }));
    const label = rowMenuTexts.deeds.mute;
    const span = await this.menus.open<Span>({ ...place, label, items });
    if (!span) return;
    const end = this.now().getTime() + spans[span];
    const mutedUntil = span === 'always' ? MUTED_FOR_EVER : new Date(end).toISOString();
    await this.actions.updateSettings(id, { mutedUntil });
  }

  private favourites(): readonly ChatRow[] {
    return this.store
      .chats()
      .filter(({ isFavourite }) => isFavourite)
      .toSorted(byFavouritePlace);
  }

  private shownFavourites(): readonly ChatRow[] {
    return this.store.sections().find(({ name }) => name === 'favourite')?.chats ?? [];
  }

  private lastFavourite(): { isFavourite: true; favouritePlace: number } {
    const places = this.favourites().map((chat) => chat.favouritePlace ?? 0);
    return { isFavourite: true, favouritePlace: Math.max(-1, ...places) + 1 };
  }

  private async attempt(run: () => Promise<unknown>): Promise<void> {
    try {
      await run();
    } catch (error) {
      // Refused, or no connection.
      this.toasts.warn(chatProblemWords(error));
    }
  }
}

/** Where the pointer is that asked; undefined: it was a key, which has no place of its own. */
function pointOf(event: MouseEvent): MenuRequest['at'] {
  // A right button everywhere; a finger, and the mouse of some systems, say what they are.
  const isPointer = event.button === 2 || !!(event as Partial<PointerEvent>).pointerType;
  return isPointer ? { x: event.clientX, y: event.clientY } : undefined;
}

function line(id: Exclude<Deed, 'end'>, icon: NonNullable<MenuItem['icon']>): MenuItem<Deed> {
  return { id, label: rowMenuTexts.deeds[id], icon };
}
