import * as z from 'zod/mini';
import { apiClass, defineApi, rpc } from './define-api.js';
import { ChatId, UserId } from './ids.js';
import { Done } from './paging.js';
import { ChatKind } from './roles.js';
import { ChatTraits } from './system-events.js';
import { IsoTime } from './text.js';

/** A chat under an id that follows from its source, so that it begins once. */
export const BeginImportedChat = z.strictObject({
  chatId: ChatId,
  kind: ChatKind,
  traits: ChatTraits,
  at: IsoTime,
});
export type BeginImportedChat = z.output<typeof BeginImportedChat>;

export const EnterImportedChat = z.strictObject({
  chatId: ChatId,
  userIds: z.array(UserId).check(z.maxLength(100)),
  at: IsoTime,
});
export type EnterImportedChat = z.output<typeof EnterImportedChat>;

export const LeaveImportedChat = z.strictObject({ chatId: ChatId, toUserId: UserId, at: IsoTime });
export type LeaveImportedChat = z.output<typeof LeaveImportedChat>;

export const importedChatsContract = defineApi({
  begin: rpc('importedChats.begin', BeginImportedChat, Done),
  enter: rpc('importedChats.enter', EnterImportedChat, Done, { partitionBy: 'chatId' }),
  leave: rpc('importedChats.leave', LeaveImportedChat, Done, { partitionBy: 'chatId' }),
});

/**
 * Groups and channels that come from elsewhere, for the imports module, which has found that this
 * may be; on no edge. Everybody comes in when all was said already, so that nothing of it is new to
 * them: a newcomer has read what was before. Again is harmless, all of it.
 *
 * - `begin`: with the actor alone, who owns it. Throws `conflict {field: 'slug'}`, and `gone` for
 *   one that was deleted here.
 * - `enter`: these join. Who was in and has left since stays out.
 * - `leave`: the actor hands it over to one who is in, and leaves.
 */
export abstract class ImportedChatsApi extends apiClass(importedChatsContract) {}
