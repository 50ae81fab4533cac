import * as z from 'zod/mini';
import { Origin } from './audit.contract.js';
import { NewAvatar } from './avatars.contract.js';
import { apiClass, defineApi, rpc } from './define-api.js';
import { UserId } from './ids.js';
import { Done, PageQuery, pageOf } from './paging.js';
import { WorkspaceRole } from './roles.js';
import { UserTotals } from './stats.contract.js';
import { IsoTime, Listed, name, text } from './text.js';

/** What others see of a person's presence. `invisible` shows as `offline`. */
export const Presence = z.enum(['online', 'away', 'dnd', 'offline']);
export type Presence = z.output<typeof Presence>;

/** What `@channel` calls, all members, and `@here`, those who are there: nobody has these names. */
export const audiences = ['channel', 'here'] as const;
export type Audience = (typeof audiences)[number];

const isForMany = (username: string) =>
  audiences.some((audience) => audience === username.toLowerCase());

/** Letters, digits, `.`, `_`, `-`; compared without case. */
export const Username = z.string().check(
  z.trim(),
  z.regex(/^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,30}[A-Za-z0-9])?$/, 'Letters, digits, . _ - (1 to 32)'),
  z.refine((username) => !isForMany(username), 'Calls more than one person'),
);
export type Username = z.output<typeof Username>;

export const Email = z.string().check(z.trim(), z.maxLength(254), z.email());
export type Email = z.output<typeof Email>;

/** A person as everybody sees them. `email` only where they share it. */
export const User = z.strictObject({
  id: UserId,
  username: z.string(),
  name: z.string(),
  /** A path; with `?size=64` the small one. Absent: initials. */
  avatar: z.optional(z.string()),
  role: WorkspaceRole,
  status: Presence,
  lastSeenAt: z.optional(IsoTime),
  email: z.optional(z.string()),
  isDeactivated: z.optional(z.literal(true)),
  /** A bot that only an incoming webhook speaks for: it has no tokens. */
  isWebhook: z.optional(z.literal(true)),
});
export type User = z.output<typeof User>;
z.globalRegistry.add(User, { id: 'User' });

/** A person's own wishes, the same on all devices. */
export const UserSettings = z.strictObject({
  /** Off: nobody is told what I have read, and I do not see what others have. */
  receipts: z.boolean(),
  /** Off: nobody is told that I am typing. */
  typing: z.boolean(),
  shareEmail: z.boolean(),
  theme: z.enum(['system', 'light', 'dark', 'contrast']),
  /** BCP 47, or `system`. */
  language: z.string().check(z.regex(/^(system|[a-z]{2,3}(-[A-Za-z0-9]{2,8})*)$/)),
});
export type UserSettings = z.output<typeof UserSettings>;
z.globalRegistry.add(UserSettings, { id: 'UserSettings' });

export const defaultSettings: UserSettings = {
  receipts: true,
  typing: true,
  shareEmail: false,
  theme: 'system',
  language: 'system',
};

/** A person as they see themselves. */
export const Profile = z.strictObject({
  ...User.shape,
  email: z.string(),
  settings: UserSettings,
  createdAt: IsoTime,
  /** I may not write before; absent: I may. Others are not told. */
  mutedUntil: z.optional(IsoTime),
});
export type Profile = z.output<typeof Profile>;
z.globalRegistry.add(Profile, { id: 'Profile' });

/** `GET /api/users/:id` answers with the profile to the person, and with the user to others. */
export const UserOrProfile = z.union([Profile, User]);
export type UserOrProfile = z.output<typeof UserOrProfile>;

export const UserRef = z.strictObject({ userId: UserId });
export type UserRef = z.output<typeof UserRef>;

export const CreateUser = z.strictObject({
  userId: UserId,
  username: Username,
  name: name(80),
  email: Email,
});
export type CreateUser = z.output<typeof CreateUser>;

/** `role` and `isDeactivated` are for those who may; see `workspacePermissions`. */
export const UserPatch = z.strictObject({
  name: z.optional(name(80)),
  settings: z.optional(z.partial(UserSettings)),
  role: z.optional(WorkspaceRole),
  isDeactivated: z.optional(z.boolean()),
});
export type UserPatch = z.output<typeof UserPatch>;
z.globalRegistry.add(UserPatch, { id: 'UserPatch' });

export const ChangeAvatar = z.strictObject({ avatar: NewAvatar });
export type ChangeAvatar = z.output<typeof ChangeAvatar>;

/** `former`: the avatar that is nobody's now. */
export const ChangedAvatar = z.strictObject({ profile: Profile, former: z.optional(z.string()) });
export type ChangedAvatar = z.output<typeof ChangedAvatar>;

/** `origin`: of who changes somebody else, for the audit log. */
export const UpdateUser = z.strictObject({
  userId: UserId,
  patch: UserPatch,
  origin: z.optional(Origin),
});
export type UpdateUser = z.output<typeof UpdateUser>;

/** Without `q`: everybody. */
export const SearchUsers = z.strictObject({ ...PageQuery.shape, q: z.optional(text(1, 80)) });
export type SearchUsers = z.output<typeof SearchUsers>;

export const UserPage = pageOf(User);
export type UserPage = z.output<typeof UserPage>;
z.globalRegistry.add(UserPage, { id: 'UserPage' });

/** Up to 100 ids or names; unknown ones are left out of the answer. */
export const LookUpUsers = z.strictObject({ userIds: z.array(UserId).check(z.maxLength(100)) });
export type LookUpUsers = z.output<typeof LookUpUsers>;

export const ResolveUsernames = z.strictObject({
  usernames: z.array(z.string().check(z.maxLength(32))).check(z.maxLength(100)),
});
export type ResolveUsernames = z.output<typeof ResolveUsernames>;

export const UserList = z.strictObject({ items: z.array(User) });
export type UserList = z.output<typeof UserList>;
z.globalRegistry.add(UserList, { id: 'UserList' });

export const LookUpQuery = z.strictObject({
  ids: z.pipe(Listed, LookUpUsers.shape.userIds),
});
export type LookUpQuery = z.output<typeof LookUpQuery>;

export const Block = z.strictObject({ userId: UserId, isBlocked: z.boolean() });
export type Block = z.output<typeof Block>;

export const BlockedBetween = z.strictObject({ userIds: z.array(UserId).check(z.maxLength(256)) });
export type BlockedBetween = z.output<typeof BlockedBetween>;

export const UserIds = z.strictObject({ userIds: z.array(UserId) });
export type UserIds = z.output<typeof UserIds>;

/** Who may not write now, and until when. */
export const MutedUsers = z.strictObject({
  items: z.array(z.strictObject({ userId: UserId, until: IsoTime })),
});
export type MutedUsers = z.output<typeof MutedUsers>;

export const usersContract = defineApi({
  create: rpc('users.create', CreateUser, Profile),
  get: rpc('users.get', UserRef, UserOrProfile),
  profile: rpc('users.profile', UserRef, Profile),
  update: rpc('users.update', UpdateUser, Profile),
  changeAvatar: rpc('users.changeAvatar', ChangeAvatar, ChangedAvatar),
  search: rpc('users.search', SearchUsers, UserPage),
  lookUp: rpc('users.lookUp', LookUpUsers, UserList),
  resolve: rpc('users.resolve', ResolveUsernames, UserList),
  block: rpc('users.block', Block, Done),
  blocked: rpc('users.blocked', Done, UserList),
  blockedBetween: rpc('users.blockedBetween', BlockedBetween, UserIds),
  muted: rpc('users.muted', Done, MutedUsers),
  totals: rpc('users.totals', Done, UserTotals),
});

/**
 * People: profiles, settings, search, blocks.
 *
 * - `create`: for the auth module, at registration; the actor is the new person. Idempotent on
 *   `userId`. The first one becomes the workspace's owner. Throws `conflict {field: 'username'}`.
 * - `get`: the profile to oneself, the user to others. Throws `not_found`.
 * - `profile`: with settings, for modules; not on any edge.
 * - `update`: oneself, or by a workspace admin, which is written down in the audit log. Throws
 *   `forbidden`, `not_found`.
 * - `changeAvatar`: one's own; for the files module, which keeps the picture. Throws `not_found`.
 * - `search`: prefixes of words of name and username, without case and accents, or else everybody;
 *   by username. Neither deactivated people nor those who blocked me or whom I blocked.
 * - `lookUp`, `resolve`: many at once, by id or by username; unknown ones are left out.
 * - `block`: idempotent. `blocked`: whom I block. `blockedBetween`: those of the named with whom
 *   there is a block in either direction.
 * - `muted`: everybody who is; for modules, not on any edge.
 * - `totals`: for modules, not on any edge; costs as much as there are people.
 */
export abstract class UsersApi extends apiClass(usersContract) {}
