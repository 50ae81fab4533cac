import { inject, Injectable } from '@angular/core';
import type { User } from '@app/contracts';
import { Popovers, toned, type Asked, type Completer, type Completion } from '@app/web-ui';
import { isLineProblem } from '@app/web-session';
import { ChatActions } from '../../data-access/chat-actions';
import { EmojiFiles } from '../../data-access/emoji-files';
import { OpenChatStore } from '../../data-access/open-chat-store';
import { Preferences } from '../../preferences/preferences';
import { EmojiTaste } from './emoji-taste';
import { peopleCompletions } from './people-completions';
import { PeopleFinds } from './people-finds';
import { writingTexts } from './writing-texts';

/** Fewer known people than this that fit: then the server is asked for others. */
const ENOUGH = 3;

const MAX_EMOJI = 8;

/** What a composer of a chat is given: whom and what it offers, how it pastes, which key sends. */
@Injectable({ providedIn: 'root' })
export class WritingAids {
  private readonly store = inject(OpenChatStore);
  private readonly popovers = inject(Popovers);
  private readonly taste = inject(EmojiTaste);
  private readonly files = inject(EmojiFiles);
  private readonly actions = inject(ChatActions);
  private readonly finds = new PeopleFinds((query) => this.actions.allPeople(query));

  readonly sendKey = inject(Preferences).sendKey.value;

  readonly complete: Completer = (asked, soFar) =>
    asked.trigger === '@' ? this.people(asked, soFar) : this.emoji(asked);

  /** Loaded when somebody pastes more than plain words. */
  readonly toMarkdown = async (html: string): Promise<string> => {
    const { htmlToMarkdown } = await import('./html-to-markdown');
    return htmlToMarkdown(html);
  };

  /** Lets the person choose an emoji, beside what is being written; undefined: none. */
  readonly chooseEmoji = (anchor: HTMLElement): Promise<string | undefined> => {
    const load = async () => (await import('./emoji-card')).EmojiCard;
    const origin = anchor.closest<HTMLElement>('ui-composer') ?? anchor;
    return this.popovers.open<string>(load, { anchor, origin, label: writingTexts.emoji });
  };

  private async emoji({ query, isClosed }: Asked): Promise<readonly Completion[]> {
    const book = await ifReached(this.files.book());
    if (!book) return [];
    const named = book.named(query);
    const found = isClosed ? (named ? [named] : []) : book.find(query, MAX_EMOJI);
    return found.map((emoji) => {
      const unicode = toned(emoji, this.taste.taste().tone);
      const [code] = emoji.shortcodes;
      return {
        id: emoji.unicode,
        text: isClosed ? unicode : `${unicode} `,
        label: emoji.name,
        glyph: unicode,
        ...(code !== undefined && { detail: `:${code}:` }),
      };
    });
  }

  private async people(...[asked, soFar]: Parameters<Completer>): ReturnType<Completer> {
    const isMany = this.store.chat()?.type !== 'direct';
    const offered = () => peopleCompletions(asked.query, { people: this.callable(), isMany });
    const isEnough = () => !this.store.hasMoreMembers() || offered().length >= ENOUGH;
    await ifReached(this.finds.look(asked, isEnough, () => soFar(offered())));
    return offered();
  }

  /** The members, and where some of them are not known, whomever the server has named. */
  private callable(): readonly User[] {
    const members = this.store.members().map(({ user }) => user);
    if (!this.store.hasMoreMembers()) return members;
    const known = new Set(members.map(({ id }) => id));
    return [...members, ...this.finds.people.filter(({ id }) => !known.has(id))];
  }
}

/** Undefined: no connection, or too many questions. What is known is offered all the same. */
async function ifReached<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    // Neither can be foreseen; anything else is a mistake of ours.
    if (!isLineProblem(error)) throw error;
    return undefined;
  }
}
