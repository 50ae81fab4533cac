import type { Readable } from 'node:stream';
import type {
  Actor,
  AvatarKey,
  AvatarSize,
  Chat,
  ChatId,
  Done,
  Origin,
  Profile,
  UserId,
} from '@app/contracts';
import type { ReadableFile } from './file-transfers.js';

/** A picture on its way in, as the edge reads it off a form. */
export interface IncomingPicture {
  readonly content: Readable;
  /** At most so many bytes will come, as the sender says. */
  readonly announcedBytes: number;
  /** Resolves once all of the form has come. Throws `validation_failed` when it is not whole. */
  readonly atEnd: () => Promise<void>;
}

/** Which program is to have another picture, and from where that was asked for. */
export interface BotPicture {
  readonly userId: UserId;
  readonly origin: Origin;
}

/**
 * The pictures of people and chats, within one process, as `FileTransfers` is: of what comes in,
 * squares are cut and kept, and nothing else.
 *
 * Giving one throws `payload_too_large`, `unsupported_media_type` for what is neither JPEG, PNG nor
 * WebP, `malware_found`, `validation_failed` for what is none that can be read, `storage_full`,
 * `service_unavailable`; then nothing of it is kept, and what was there before stays.
 */
export abstract class AvatarTransfers {
  abstract giveToMyself(actor: Actor, incoming: IncomingPicture): Promise<Profile>;

  /**
   * For who may `manageBots`, by what they are now; written down in the audit log. Throws
   * `forbidden` for others, and for whoever is no bot.
   */
  abstract giveToBot(actor: Actor, bot: BotPicture, incoming: IncomingPicture): Promise<Profile>;

  /** Throws `not_found`, `not_member`, and `forbidden` for who may not change what the chat is. */
  abstract giveToChat(actor: Actor, chatId: ChatId, incoming: IncomingPicture): Promise<Chat>;

  /** Initials again. Idempotent. */
  abstract takeFromMyself(actor: Actor): Promise<Done>;

  /** As `takeFromMyself`; throws as `giveToBot`. */
  abstract takeFromBot(actor: Actor, bot: BotPicture): Promise<Done>;

  /** As `takeFromMyself`; throws as `giveToChat` of the chat. */
  abstract takeFromChat(actor: Actor, chatId: ChatId): Promise<Done>;

  /** For whoever knows its key. Throws `not_found` when it is nobody's, or no longer. */
  abstract open(key: AvatarKey, size: AvatarSize): Promise<ReadableFile>;
}
