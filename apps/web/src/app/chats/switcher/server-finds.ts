import { computed, DestroyRef, effect, inject, signal, type Signal } from '@angular/core';
import type { DirectoryEntry, User } from '@app/contracts';
import { isLineProblem } from '@app/web-realtime';
import type { ChatActions } from '../../data-access/chat-actions';
import type { ChatStore } from '../../data-access/chat-store';
import { ToldPause } from '../../data-access/told-pause';
import { whenTyped } from '../../data-access/when-typed';

interface Answer {
  readonly query: string;
  readonly people: readonly User[];
  readonly channels: readonly DirectoryEntry[];
}

/**
 * What only the server knows: people and channels that I have not met. An answer to an older text
 * never covers a newer one; without a network there is none. Made where effects may be made.
 */
export class ServerFinds {
  private readonly answer = signal(nothing);
  /** Empty: there is nothing to ask, or nobody to answer. */
  private readonly asking: Signal<string>;
  private readonly pause = new ToldPause();
  private isOver = false;

  readonly people = () => this.answer().people;
  readonly channels = () => this.answer().channels;
  /** The server has not said yet what it knows of the query. */
  readonly isBusy = () => this.asking() !== '' && this.asking() !== this.answer().query;

  constructor(
    private readonly actions: Pick<ChatActions, 'searchPeople' | 'directory'>,
    connection: ChatStore['connection'],
    query: Signal<string>,
  ) {
    inject(DestroyRef).onDestroy(() => (this.isOver = true));
    this.asking = computed(() => (connection() === 'offline' ? '' : query().trim()));
    effect(() => {
      if (this.asking() === '') this.answer.set(nothing);
    });
    const question = (): string => {
      // What had no answer before the line came up is asked again.
      connection();
      return this.asking();
    };
    whenTyped(question, (text) => text !== '' && this.ask(text));
  }

  private async ask(query: string): Promise<void> {
    const isWanted = (): boolean => !this.isOver && query === this.asking();
    const [people, channels] = await Promise.all([
      orNone(() => this.pause.ask(() => this.actions.searchPeople(query), isWanted)),
      orNone(() => this.pause.ask(() => this.channelsOf(query), isWanted)),
    ]);
    if (isWanted()) this.answer.set({ query, people, channels });
  }

  private async channelsOf(query: string): Promise<readonly DirectoryEntry[]> {
    return (await this.actions.directory(query)).items;
  }
}

const nothing: Answer = { query: '', people: [], channels: [] };

async function orNone<T>(ask: () => Promise<readonly T[]>): Promise<readonly T[]> {
  try {
    return await ask();
  } catch (error) {
    // No connection, or too many questions: what is known here is shown all the same.
    if (!isLineProblem(error)) throw error;
    return [];
  }
}
