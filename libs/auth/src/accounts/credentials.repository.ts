import { problem, type UserId } from '@app/contracts';
import { Database, isRefusedBy } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { Model } from 'mongoose';
import {
  credentialsSchema,
  credentialsValidator,
  EMAIL_INDEX,
  USERNAME_INDEX,
  type CredentialsDocument,
} from './credentials.schema.js';

/** An account as the auth module knows it. */
export interface Credentials {
  readonly userId: UserId;
  readonly email: string;
  readonly username: string;
  readonly name: string;
  readonly passwordHash: string;
  /** ISO 8601. */
  readonly createdAt: string;
}

/** What somebody says they are called. Compared without case. */
export type Identifier = { readonly email: string } | { readonly username: string };

/** The accounts. Two with one e-mail address or one username cannot be stored. */
@Injectable()
export class CredentialsRepository {
  readonly #credentials: Model<CredentialsDocument>;

  constructor(database: Database) {
    this.#credentials = database.model('credentials', credentialsSchema, {
      validator: credentialsValidator,
    });
  }

  /** Throws `conflict {field: 'email' | 'username'}`. */
  async insert(credentials: Credentials): Promise<void> {
    try {
      await this.#credentials.create(toDocument(credentials));
    } catch (error) {
      // Two registrations at once: the unique indexes decide, there is nothing to ask before.
      if (isRefusedBy(EMAIL_INDEX, error)) throw problem('conflict', { field: 'email' });
      if (isRefusedBy(USERNAME_INDEX, error)) throw problem('conflict', { field: 'username' });
      throw error;
    }
  }

  async find(userId: UserId): Promise<Credentials | undefined> {
    return toCredentials(await this.#credentials.findById(userId).lean<CredentialsDocument>());
  }

  async findBy(identifier: Identifier): Promise<Credentials | undefined> {
    const filter =
      'email' in identifier
        ? { emailKey: keyOf(identifier.email) }
        : { usernameKey: keyOf(identifier.username) };
    return toCredentials(await this.#credentials.findOne(filter).lean<CredentialsDocument>());
  }

  /** False if the hash was another meanwhile: somebody else changed the password. */
  async replaceHash(userId: UserId, from: string, to: string): Promise<boolean> {
    const { matchedCount } = await this.#credentials.updateOne(
      { _id: userId, passwordHash: from },
      { $set: { passwordHash: to } },
    );
    return matchedCount === 1;
  }

  /** Idempotent. */
  async remove(userId: UserId): Promise<void> {
    await this.#credentials.deleteOne({ _id: userId });
  }
}

/** What two spellings of one identifier have in common. */
export function keyOf(identifier: string): string {
  return identifier.trim().toLowerCase();
}

function toDocument({ userId, createdAt, ...credentials }: Credentials): CredentialsDocument {
  return {
    _id: userId,
    ...credentials,
    emailKey: keyOf(credentials.email),
    usernameKey: keyOf(credentials.username),
    createdAt: new Date(createdAt),
  };
}

function toCredentials(document: CredentialsDocument | null): Credentials | undefined {
  if (!document) return undefined;
  const { _id, emailKey: _e, usernameKey: _u, createdAt, ...credentials } = document;
  return { userId: _id, ...credentials, createdAt: createdAt.toISOString() };
}
