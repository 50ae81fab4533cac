import type { SourceChat, SourceMessage } from '../source/import-source.js';
import type { ImportPeople } from './import-people.js';
import type { Tally } from './tally.js';

/** A message of elsewhere, and to whom it answers. */
export interface ReadyMessage extends SourceMessage {
  /** Who has said what it answers to; absent for one that answers to nothing. */
  readonly rootAuthorKey?: string;
}

/** What a run knows of the chat that it is at. */
export interface ChatWork {
  readonly chat: SourceChat;
  readonly people: ImportPeople;
  /** Of this chat alone. */
  readonly tally: Tally;
}

/** Where what was said goes to. One for each chat. */
export interface ChatWriter {
  /** `present`: an earlier import has brought all of it. Else how many messages are dealt with. */
  begin(at: string): Promise<number | 'present'>;

  /** In their order. `done`: messages of the source that are dealt with then. */
  write(messages: readonly ReadyMessage[], done: number): Promise<void>;

  /** All was said; the last of it then. */
  finish(at: string): Promise<void>;
}
