import * as z from 'zod/mini';

/** Ids made here are ULIDs (26 characters of Crockford base32); one asked for need not be. */
const id = z.string().check(z.regex(/^[0-9A-Za-z_-]{1,64}$/, 'Not an id'));

/** A person or a bot. */
export const UserId = id.brand<'UserId'>();
export type UserId = z.output<typeof UserId>;

export const ChatId = id.brand<'ChatId'>();
export type ChatId = z.output<typeof ChatId>;

/** A 128-bit hash of chat, sender and `clientMsgId` in ULID form: two copies cannot be stored. */
export const MessageId = id.brand<'MessageId'>();
export type MessageId = z.output<typeof MessageId>;

/** An upload: what was sent, by whom, under which name. Many may have the same content. */
export const FileId = id.brand<'FileId'>();
export type FileId = z.output<typeof FileId>;

/** The SHA-256 of a content, in lower-case hex. */
export const ContentHash = z
  .string()
  .check(z.regex(/^[0-9a-f]{64}$/, 'Not a SHA-256'))
  .brand<'ContentHash'>();
export type ContentHash = z.output<typeof ContentHash>;

/** One log-in on one device: the family of its refresh tokens, and what a revocation names. */
export const SessionId = id.brand<'SessionId'>();
export type SessionId = z.output<typeof SessionId>;

/** A ULID: of two calls the earlier has the smaller one. */
export const CallId = id.brand<'CallId'>();
export type CallId = z.output<typeof CallId>;

/** Where somebody takes part in a call: a tab, an app. Its own within the session, no more. */
export const DeviceId = id.brand<'DeviceId'>();
export type DeviceId = z.output<typeof DeviceId>;

/** The secret part of an invite link. */
export const InviteCode = id.brand<'InviteCode'>();
export type InviteCode = z.output<typeof InviteCode>;

/**
 * Made by the client, unique per chat and sender: what makes a send safe to retry. Any 1 to 64
 * characters that are text (no lone surrogates, no NUL).
 */
export const ClientMsgId = z
  .string()
  .check(
    z.minLength(1),
    z.maxLength(64),
    z.refine((value) => value.isWellFormed() && !value.includes('\0'), 'Not text'),
  )
  .brand<'ClientMsgId'>();
export type ClientMsgId = z.output<typeof ClientMsgId>;
