import type { UserId } from '@app/contracts';
import { Schema } from 'mongoose';

/**
 * The last reset of an account, good until it is spent; `_id` is the person's id. Only a hash of
 * its token.
 */
export interface ResetDocument {
  readonly _id: UserId;
  readonly tokenHash: string;
  readonly madeBy: UserId;
  /** Of what has to be as it was when it is used. */
  readonly seal: string;
  /** It was used. */
  readonly isSpent?: boolean | undefined;
  /** Somebody has tried it since, and that is in the audit log. */
  readonly isTriedAgain?: boolean | undefined;
  /** When the database may forget it. */
  readonly expiresAt: Date;
}

const text = { type: String, required: true };

export const resetSchema = new Schema<ResetDocument>(
  {
    _id: text,
    tokenHash: text,
    madeBy: text,
    seal: text,
    isSpent: Boolean,
    isTriedAgain: Boolean,
    expiresAt: { type: Date, required: true },
  },
  { versionKey: false },
)
  .index({ tokenHash: 1 }, { name: 'reset_token', unique: true })
  .index({ expiresAt: 1 }, { name: 'reset_expiry', expireAfterSeconds: 0 });
