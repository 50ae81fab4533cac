import { Call, Chat, ChatMember, Mark, Message, Profile, User, UserId } from '@app/contracts';
import * as z from 'zod/mini';

/** A line of `receipts.jsonl`. */
const Receipt = z.strictObject({
  userId: UserId,
  lastReadSeq: z.optional(Mark),
  lastDeliveredSeq: z.optional(Mark),
});

/** A line of `left-out.jsonl`. */
const LeftOut = z.strictObject({
  id: z.string(),
  name: z.string(),
  sizeBytes: z.int(),
  sha256: z.string(),
});

const schemas = {
  'profile.jsonl': Profile,
  'blocked.jsonl': User,
  'calls.jsonl': Call,
  'chats/<id>/chat.jsonl': Chat,
  'chats/<id>/members.jsonl': ChatMember,
  'chats/<id>/receipts.jsonl': Receipt,
  'chats/<id>/messages.jsonl': Message,
  'left-out.jsonl': LeftOut,
} as const;

/** JSON schemas (draft 2020-12) of the lines, by file. */
export function exportSchema(): string {
  const written = Object.entries(schemas).map(([path, schema]) => [
    path,
    z.toJSONSchema(schema, { reused: 'inline' }),
  ]);
  return JSON.stringify(Object.fromEntries(written), undefined, 2);
}

/** For whoever opens the archive. */
export const exportReadme = `Your data

profile.jsonl              your account and your settings
blocked.jsonl              whom you block
calls.jsonl                your calls, the newest first
chats/<id>/chat.jsonl      a chat that you are in
chats/<id>/members.jsonl   who else is in it
chats/<id>/receipts.jsonl  how far they have read, as far as they and you share that
chats/<id>/messages.jsonl  what was said there, as far as you may read it; a deleted message keeps
                           its place, and is empty
files/<id>/<name>          the files of these chats, and what you have uploaded and not sent
left-out.jsonl             files that had no room, if any; get them from their chats
schema.json                what the lines are made of, as JSON schemas
SHA256SUMS                 of all files; to check them: sha256sum -c SHA256SUMS

Each line of a .jsonl file is an object of JSON. Times are in UTC.
`;
