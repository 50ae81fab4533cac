import type { UserId, UserSettings, WorkspaceRole } from '@app/contracts';
import { Schema } from 'mongoose';

/** A person in the database. Presence is not: it lives in leases. */
export interface UserDocument {
  readonly _id: UserId;
  readonly username: string;
  /** `username` in lower case. */
  readonly usernameKey: string;
  readonly name: string;
  /** See `searchKeysOf`. */
  readonly searchKeys: readonly string[];
  readonly email: string;
  readonly role: WorkspaceRole;
  readonly settings: UserSettings;
  readonly avatar?: string;
  readonly isDeactivated: boolean;
  readonly isWebhook?: true;
  readonly blocked: readonly UserId[];
  readonly createdAt: Date;
  readonly mutedUntil?: Date | null;
}

/** Names of the unique indexes, by which a refusal tells what was taken. */
export const USERNAME_INDEX = 'user_username';

const text = { type: String, required: true };
const isOn = { type: Boolean, required: true };

export const userSchema = new Schema<UserDocument>(
  {
    _id: text,
    username: text,
    usernameKey: text,
    name: text,
    searchKeys: { type: [String], required: true },
    /** Empty of a bot, which mongoose's `required` would refuse. */
    email: { type: String, default: '' },
    role: text,
    settings: {
      _id: false,
      required: true,
      type: new Schema<UserSettings>(
        { receipts: isOn, typing: isOn, shareEmail: isOn, theme: text, language: text },
        { _id: false, strict: 'throw' },
      ),
    },
    avatar: String,
    isDeactivated: isOn,
    isWebhook: Boolean,
    blocked: { type: [String], required: true },
    createdAt: { type: Date, required: true },
    mutedUntil: Date,
  },
  { versionKey: false },
)
  .index({ usernameKey: 1 }, { name: USERNAME_INDEX, unique: true })
  .index({ mutedUntil: 1 }, { name: 'user_muted' })
  .index({ searchKeys: 1 }, { name: 'user_search_keys' });

export const userValidator = {
  $jsonSchema: {
    bsonType: 'object',
    required: ['_id', 'username', 'usernameKey', 'name', 'searchKeys', 'email', 'role', 'settings'],
    properties: {
      _id: { bsonType: 'string' },
      usernameKey: { bsonType: 'string', maxLength: 32 },
      searchKeys: { bsonType: 'array', items: { bsonType: 'string' } },
      role: { enum: ['owner', 'admin', 'moderator', 'member', 'guest', 'bot'] },
      blocked: { bsonType: 'array', maxItems: 500, items: { bsonType: 'string' } },
      isDeactivated: { bsonType: 'bool' },
      isWebhook: { enum: [true] },
      createdAt: { bsonType: 'date' },
    },
  },
};
