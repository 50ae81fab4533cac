import { inject, Injectable } from '@angular/core';
import { Popovers, toned, type Asked, type Completion } from '@app/web-ui';
import { ConnectionLost, RequestProblem } from '@app/web-session';
import { ChatActions } from '../../data-access/chat-actions';
import { EmojiFiles } from '../../data-access/emoji-files';
import { OpenChatStore } from '../../data-access/open-chat-store';
import { Preferences } from '../../preferences/preferences';
import { EmojiTaste } from './emoji-taste';
import { peopleCompletions } from './people-completions';
import { writingTexts } from './writing-texts';

/** Fewer known people than this that fit: then the server is asked for others. */
const ENOUGH = 3;

const MAX_EMOJI = 8;

/** What a composer of a chat is given: whom and what it offers, how it pastes, which key sends. */
@Injectable({ providedIn: 'root' })
export class WritingAids {
  private readonly store = inject(OpenChatStore);
  private readonly actions = inject(ChatActions);
  private readonly popovers = inject(Popovers);
  private readonly taste = inject(EmojiTaste);
  private readonly files = inject(EmojiFiles);

  readonly sendKey = inject(Preferences).sendKey.value;

  readonly complete = async (asked: Asked): Promise<readonly Completion[]> =>
    asked.trigger === '@' ? this.people(asked.query) : this.emoji(asked);

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
    const book = await this.files.book();
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

  private async people(query: string): Promise<readonly Completion[]> {
    const isMany = this.store.chat()?.type !== 'direct';
    const members = this.store.members().map(({ user }) => user);
    const here = peopleCompletions(query, { people: members, isMany });
    if (here.length >= ENOUGH || query === '' || !this.store.hasMoreMembers()) return here;
    try {
      const found = await this.actions.searchPeople(query);
      const known = new Set(members.map(({ id }) => id));
      const people = [...members, ...found.filter(({ id }) => !known.has(id))];
      return peopleCompletions(query, { people, isMany });
    } catch (error) {
      // No connection, or too many questions: those who are known are offered.
      if (!(error instanceof ConnectionLost || error instanceof RequestProblem)) throw error;
      return here;
    }
  }
}
