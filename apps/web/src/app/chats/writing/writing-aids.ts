import { inject, Injectable } from '@angular/core';
import type { Asked, Completion } from '@app/web-ui';
import { ConnectionLost, RequestProblem } from '@app/web-session';
import { ChatStore } from '../../data-access/chat-store';
import { Preferences } from '../../preferences/preferences';
import { peopleCompletions } from './people-completions';

/** Fewer known people than this that fit: then the server is asked for others. */
const ENOUGH = 3;

/** What a composer of a chat is given: whom and what it offers, how it pastes, which key sends. */
@Injectable({ providedIn: 'root' })
export class WritingAids {
  private readonly store = inject(ChatStore);

  readonly sendKey = inject(Preferences).sendKey.value;

  readonly complete = async (asked: Asked): Promise<readonly Completion[]> =>
    asked.trigger === '@' ? this.people(asked.query) : [];

  /** Loaded when somebody pastes more than plain words. */
  readonly toMarkdown = async (html: string): Promise<string> => {
    const { htmlToMarkdown } = await import('./html-to-markdown');
    return htmlToMarkdown(html);
  };

  private async people(query: string): Promise<readonly Completion[]> {
    const isMany = this.store.chat()?.type !== 'direct';
    const members = this.store.members().map(({ user }) => user);
    const here = peopleCompletions(query, { people: members, isMany });
    if (here.length >= ENOUGH || query === '' || !this.store.hasMoreMembers()) return here;
    try {
      const found = await this.store.searchPeople(query);
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
