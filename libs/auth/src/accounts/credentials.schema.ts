import type { UserId } from '@app/contracts';
import { Schema } from 'mongoose';

/** How somebody proves who they are. `_id` is the person's id. */
export interface CredentialsDocument {
  readonly _id: UserId;
  /** In lower case: addresses and usernames are compared without case. */
  readonly emailKey: string;
  readonly usernameKey: string;
  readonly email: string;
  readonly username: string;
  /** As at registration: enough to make the person's profile anew after a crash. */
  readonly name: string;
  readonly passwordHash: string;
  readonly createdAt: Date;
}

/** Names of the unique indexes, by which a refusal tells what was taken. */
export const EMAIL_INDEX = 'credentials_email';
export const USERNAME_INDEX = 'credentials_username';

const text = { type: String, required: true };

export const credentialsSchema = new Schema<CredentialsDocument>(
  {
    _id: text,
    emailKey: text,
    usernameKey: text,
    email: text,
    username: text,
    name: text,
    passwordHash: text,
    createdAt: { type: Date, required: true },
  },
  { versionKey: false },
)
  .index({ emailKey: 1 }, { name: EMAIL_INDEX, unique: true })
  .index({ usernameKey: 1 }, { name: USERNAME_INDEX, unique: true });

const string = { bsonType: 'string' };

export const credentialsValidator = {
  $jsonSchema: {
    bsonType: 'object',
    required: ['_id', 'emailKey', 'usernameKey', 'email', 'username', 'name', 'passwordHash'],
    properties: {
      _id: string,
      emailKey: string,
      usernameKey: string,
      passwordHash: { bsonType: 'string', pattern: '^\\$2[ab]\\$' },
      createdAt: { bsonType: 'date' },
    },
  },
};
