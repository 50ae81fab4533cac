import * as z from 'zod/mini';
import { apiClass, defineApi, rpc } from './define-api.js';
import { ChatId, ClientMsgId, FileId, UserId } from './ids.js';
import { Reaction } from './message.js';
import { maxFilesOfMessage, MessageText } from './messages.contract.js';
import { Done } from './paging.js';
import { IsoTime } from './text.js';

/** What ids begin with of what was said elsewhere; nobody sends under such a one. */
export const importPrefix = 'import-';

/** Whether it came in by an import: whoever it concerned has heard of it elsewhere. */
export const isImported = ({ clientMsgId }: { readonly clientMsgId: ClientMsgId }): boolean =>
  clientMsgId.startsWith(importPrefix);

/** By which a message is known that its sender said elsewhere. */
const SaidElsewhere = z.strictObject({ senderId: UserId, clientMsgId: ClientMsgId });

/** `fileIds`: uploads of the actor. `replyTo`: of this import, or of an earlier one. */
export const ImportedMessage = z.strictObject({
  ...SaidElsewhere.shape,
  text: MessageText,
  createdAt: IsoTime,
  replyTo: z.optional(SaidElsewhere),
  fileIds: z.optional(z.array(FileId).check(z.minLength(1), z.maxLength(maxFilesOfMessage))),
  reactions: z.optional(z.array(Reaction)),
  isPinned: z.optional(z.literal(true)),
});
export type ImportedMessage = z.output<typeof ImportedMessage>;

export const ImportMessages = z.strictObject({
  chatId: ChatId,
  items: z.array(ImportedMessage).check(z.maxLength(100)),
});
export type ImportMessages = z.output<typeof ImportMessages>;

export const importedMessagesContract = defineApi({
  store: rpc('importedMessages.store', ImportMessages, Done, { partitionBy: 'chatId' }),
});

/**
 * What others have said elsewhere, for the imports module, which has found that this may be; on no
 * edge.
 *
 * - `store`: at the time when they said it, in the order of the items. Idempotent on `clientMsgId`:
 *   what is stored under it stays, also where the item says something else. Facts tell of it as of
 *   anything, and members hear of it: so into a chat in which nobody is yet. Throws as
 *   `FilesApi.attach`.
 */
export abstract class ImportedMessagesApi extends apiClass(importedMessagesContract) {}
