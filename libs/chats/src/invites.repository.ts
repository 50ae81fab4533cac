import type { ChatId, Invite, InviteCode, UserId } from '@app/contracts';
import { Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { Schema, type Model } from 'mongoose';

interface InviteDocument {
  _id: InviteCode;
  chatId: ChatId;
  createdBy: UserId;
  createdAt: Date;
  expiresAt: Date;
  /** 0: without bound. A number in any case, since the guard of an acceptance compares it. */
  maxUses: number;
  uses: number;
  /** Who has come by it, the last 10,000: accepting twice counts once. */
  acceptedBy: UserId[];
  revokedAt: Date | null;
}

const inviteSchema = new Schema<InviteDocument>({
  _id: { type: String, required: true },
  chatId: { type: String, required: true },
  createdBy: { type: String, required: true },
  createdAt: { type: Date, required: true },
  expiresAt: { type: Date, required: true },
  maxUses: { type: Number, required: true },
  uses: { type: Number, required: true },
  acceptedBy: { type: [String], required: true },
  revokedAt: { type: Date, default: null },
}).index({ chatId: 1, createdAt: 1 }, { name: 'invite_chat' });

/** An invite, and whether it still lets people in. */
export interface StoredInvite {
  readonly invite: Invite;
  readonly isRevoked: boolean;
}

/** Invite links: `invites`. */
@Injectable()
export class InvitesRepository {
  readonly #invites: Model<InviteDocument>;

  constructor(database: Database) {
    this.#invites = database.model<InviteDocument>('invites', inviteSchema);
  }

  async insert(invite: Invite): Promise<void> {
    const { code, createdAt, expiresAt, maxUses = 0, ...rest } = invite;
    const times = { createdAt: new Date(createdAt), expiresAt: new Date(expiresAt) };
    const fresh = { maxUses, acceptedBy: [], revokedAt: null };
    await this.#invites.create([{ _id: code, ...rest, ...times, ...fresh }]);
  }

  async find(code: InviteCode): Promise<StoredInvite | undefined> {
    const found = await this.#invites
      .findOne({ _id: code }, { acceptedBy: 0 })
      .lean<InviteDocument>();
    return found ? { invite: toInvite(found), isRevoked: found.revokedAt !== null } : undefined;
  }

  /** The usable ones of a chat, the newest first, at most 100. */
  async usableOf(chatId: ChatId, now: Date): Promise<Invite[]> {
    const found = await this.#invites
      .find({ chatId, revokedAt: null, expiresAt: { $gt: now } }, { acceptedBy: 0 })
      .sort({ createdAt: -1 })
      .limit(100)
      .lean<InviteDocument[]>();
    return found.map(toInvite).filter(({ maxUses, uses }) => !maxUses || uses < maxUses);
  }

  async revoke(code: InviteCode, at: Date): Promise<void> {
    await this.#invites.updateOne({ _id: code, revokedAt: null }, { $set: { revokedAt: at } });
  }

  /** Of a chat that is purged. */
  async removeAll(chatId: ChatId): Promise<void> {
    await this.#invites.deleteMany({ chatId });
  }

  /**
   * Takes one use for somebody, once however often. False when it lets nobody in any more. One
   * atomic update, so that a link for one person brings one person.
   */
  async claim(code: InviteCode, userId: UserId, now: Date): Promise<boolean> {
    const { matchedCount } = await this.#invites.updateOne(
      { ...open(code, now), ...hasUsesLeft, acceptedBy: { $ne: userId } },
      taking(userId),
    );
    if (matchedCount === 1) return true;
    return (await this.#invites.exists({ ...open(code, now), acceptedBy: userId })) !== null;
  }

  /** Like `claim`, and a use each time: for somebody whose former one is over. */
  async claimAnew(code: InviteCode, userId: UserId, now: Date): Promise<boolean> {
    const { matchedCount } = await this.#invites.updateOne(
      { ...open(code, now), ...hasUsesLeft },
      taking(userId),
    );
    return matchedCount === 1;
  }
}

const open = (code: InviteCode, now: Date) => ({
  _id: code,
  revokedAt: null,
  expiresAt: { $gt: now },
});

const hasUsesLeft = { $or: [{ maxUses: 0 }, { $expr: { $lt: ['$uses', '$maxUses'] } }] };

const taking = (userId: UserId) => ({
  $inc: { uses: 1 },
  $push: { acceptedBy: { $each: [userId], $slice: -10_000 } },
});

function toInvite(document: InviteDocument): Invite {
  const { _id, chatId, createdBy, createdAt, expiresAt, maxUses, uses } = document;
  const times = { createdAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString() };
  return { code: _id, chatId, createdBy, ...times, ...(maxUses > 0 ? { maxUses } : {}), uses };
}
