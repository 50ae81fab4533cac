import type { Account, Profile, User, UserId, UserSettings, WorkspaceRole } from '@app/contracts';
import type { PresenceOf } from '@app/platform';

/** A person as stored: all that is not presence. */
export interface Person {
  readonly id: UserId;
  readonly username: string;
  readonly name: string;
  readonly email: string;
  readonly role: WorkspaceRole;
  readonly settings: UserSettings;
  readonly avatar?: string | undefined;
  readonly isDeactivated: boolean;
  /** A bot that an incoming webhook speaks for. */
  readonly isWebhook?: true;
  /** Whom this person blocks; at most `MAX_BLOCKED`. */
  readonly blocked: readonly UserId[];
  /** ISO 8601. */
  readonly createdAt: string;
  /** ISO 8601; may be over. */
  readonly mutedUntil?: string | undefined;
}

/** As many as one `$in` may name without cost. */
export const MAX_BLOCKED = 500;

/** What everybody may know; the e-mail address only where it is shared. */
export function toUser(person: Person, presence: PresenceOf): User {
  return {
    ...publicFields(person, presence),
    ...(person.settings.shareEmail ? { email: person.email } : {}),
  };
}

/** What administration may know. */
export function toAccount(person: Person, presence: PresenceOf): Account {
  const { email, createdAt } = person;
  return { ...publicFields(person, presence), email, createdAt, ...mutedOf(person) };
}

/** What the person may know. */
export function toProfile(person: Person, presence: PresenceOf): Profile {
  const { email, settings, createdAt } = person;
  return { ...publicFields(person, presence), email, settings, createdAt, ...mutedOf(person) };
}

const mutedOf = ({ mutedUntil }: Person) => (mutedUntil === undefined ? {} : { mutedUntil });

function publicFields(person: Person, { status, lastSeenAt }: PresenceOf): User {
  const { id, username, name, avatar, role } = person;
  return {
    id,
    username,
    name,
    ...(avatar === undefined ? {} : { avatar }),
    role,
    status,
    ...(lastSeenAt === undefined ? {} : { lastSeenAt: lastSeenAt.toISOString() }),
    ...(person.isDeactivated ? { isDeactivated: true as const } : {}),
    ...(person.isWebhook ? { isWebhook: true as const } : {}),
  };
}
