export type Act = 'dismiss' | 'delete_message' | 'warn' | 'mute' | 'ban';

/** What is left of an export when it was fetched and looked at. */
export interface Fetched {
  readonly sizeBytes: number;
  readonly sha256: string;
}

/**
 * Somebody who does everything by one client. What the server refuses rejects with `Refusal`.
 * A client that cannot do one of these cannot administer.
 */
export interface Clerk {
  /** Resolves with its id. */
  makeChannel(slug: string): Promise<string>;
  /** Resolves with the code of a link. */
  invite(chatId: string): Promise<string>;
  accept(code: string): Promise<void>;
  /** Resolves with the id of the message. */
  send(chatId: string, text: string): Promise<string>;
  /** Of the messages that there are, in order; empty for one that was deleted. */
  texts(chatId: string): Promise<string[]>;
  report(messageId: string): Promise<void>;
  /** `{[id of the message]: id of the report}`. */
  openReports(): Promise<Record<string, string>>;
  handle(reportId: string, act: Act, until?: string): Promise<void>;
  /** Resolves with a token of a new bot, which may read and write messages. */
  makeBot(username: string): Promise<string>;
  suspended(): Promise<string[]>;
  exportOwn(): Promise<Fetched>;
  /** Of all that was done, from an export of the log. */
  auditActions(): Promise<string[]>;
  isAuditIntact(): Promise<boolean>;
}

/** Where clerks come from who all use the same client. */
export interface Office {
  /** Registers. */
  newcomer(username: string): Promise<Clerk>;
  /** Speaks by a token that was made for a program. */
  program(token: string): Promise<Clerk>;
  close(): void;
}

export type OpenOffice = (url: string) => Promise<Office>;

/** The server has said no. */
export class Refusal extends Error {
  constructor(readonly code: string) {
    super(`It was refused: ${code}`);
  }
}

/** What a bot of the story may do. */
export const botScopes = [
  'users:read',
  'chats:read',
  'chats:write',
  'messages:read',
  'messages:write',
] as const;

export const password = 'correct horse battery';

/** Of everybody in the story. */
export const accountOf = (username: string) => ({
  username,
  name: username,
  email: `${username}@parley.example`,
  password,
});
