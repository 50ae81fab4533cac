import * as z from 'zod/mini';
import { apiClass, defineApi, rpc } from './define-api.js';
import { InviteCode, SessionId } from './ids.js';
import { Done } from './paging.js';
import { IsoTime, Mark, name } from './text.js';
import { Email, Profile, Username, UserRef } from './users.contract.js';

/** 8 to 256 characters; weak ones (all alike, or the name itself) are refused by the service. */
export const Password = z.string().check(
  z.minLength(8),
  z.maxLength(256),
  z.refine((value) => value.isWellFormed() && !value.includes('\0'), 'Not text'),
);
export type Password = z.output<typeof Password>;

export const Register = z.strictObject({
  username: Username,
  name: name(80),
  email: Email,
  password: Password,
  /** Demanded where accounts are made by invitation. It is not used up by this. */
  inviteCode: z.optional(InviteCode),
});
export type Register = z.output<typeof Register>;
z.globalRegistry.add(Register, { id: 'Register' });

/** Exactly one of `email` and `username`. */
export const LogIn = z
  .strictObject({
    email: z.optional(z.string().check(z.maxLength(254))),
    username: z.optional(z.string().check(z.maxLength(254))),
    password: z.string().check(z.maxLength(256)),
  })
  .check(
    z.refine(({ email, username }) => (email === undefined) !== (username === undefined), {
      error: 'Give either email or username',
      path: ['email'],
    }),
  );
export type LogIn = z.output<typeof LogIn>;
z.globalRegistry.add(LogIn, { id: 'LogIn' });

/** Where a log-in comes from, as far as the edge can tell: for the list of sessions and the log. */
export const Device = z.strictObject({
  userAgent: z.string().check(z.maxLength(512)),
  address: z.string().check(z.maxLength(64)),
  /** The `X-Request-Id` of the request; of a session it is not kept. */
  requestId: z.optional(z.string().check(z.maxLength(128))),
});
export type Device = z.output<typeof Device>;

/** `expiresIn`: seconds that `accessToken` lives, at most 900. */
export const Tokens = z.strictObject({
  accessToken: z.string(),
  refreshToken: z.string(),
  expiresIn: z.int(),
});
export type Tokens = z.output<typeof Tokens>;

export const SignedIn = z.strictObject({ user: Profile, ...Tokens.shape });
export type SignedIn = z.output<typeof SignedIn>;

/**
 * What the edge answers. `refreshToken` is left out where it went into a cookie (`X-Parley-Client:
 * web`).
 */
export const SignedInBody = z.strictObject({
  user: Profile,
  accessToken: z.string(),
  refreshToken: z.optional(z.string()),
  expiresIn: z.int(),
});
export type SignedInBody = z.output<typeof SignedInBody>;
z.globalRegistry.add(SignedInBody, { id: 'SignedIn' });

/** The body of a refresh: empty where the token is in the cookie. */
export const RefreshBody = z.strictObject({
  refreshToken: z.optional(z.string().check(z.maxLength(512))),
});
export type RefreshBody = z.output<typeof RefreshBody>;
z.globalRegistry.add(RefreshBody, { id: 'Refresh' });

export const Session = z.strictObject({
  id: SessionId,
  userAgent: z.string(),
  address: z.string(),
  createdAt: IsoTime,
  lastUsedAt: IsoTime,
  isCurrent: z.boolean(),
});
export type Session = z.output<typeof Session>;
z.globalRegistry.add(Session, { id: 'Session' });

export const SessionList = z.strictObject({ items: z.array(Session) });
export type SessionList = z.output<typeof SessionList>;
z.globalRegistry.add(SessionList, { id: 'SessionList' });

export const SessionRef = z.strictObject({ sessionId: SessionId });
export type SessionRef = z.output<typeof SessionRef>;

export const ChangePassword = z.strictObject({
  currentPassword: z.string().check(z.maxLength(256)),
  newPassword: Password,
});
export type ChangePassword = z.output<typeof ChangePassword>;
z.globalRegistry.add(ChangePassword, { id: 'ChangePassword' });

const ChangePasswordFrom = z.strictObject({ ...ChangePassword.shape, device: Device });

/** `GET /api/auth/me`: the profile, and what waits in all chats together. */
export const Me = z.strictObject({ ...Profile.shape, unread: Mark, mentions: Mark });
export type Me = z.output<typeof Me>;
z.globalRegistry.add(Me, { id: 'Me' });

export const authContract = defineApi({
  register: rpc('auth.register', z.strictObject({ account: Register, device: Device }), SignedIn),
  logIn: rpc('auth.logIn', z.strictObject({ credentials: LogIn, device: Device }), SignedIn),
  refresh: rpc(
    'auth.refresh',
    z.strictObject({ refreshToken: z.string(), device: Device }),
    SignedIn,
  ),
  logOut: rpc('auth.logOut', Done, Done),
  me: rpc('auth.me', Done, Me),
  sessions: rpc('auth.sessions', Done, SessionList),
  revoke: rpc('auth.revoke', SessionRef, Done),
  revokeOthers: rpc('auth.revokeOthers', Done, Done),
  changePassword: rpc('auth.changePassword', ChangePasswordFrom, Done),
  endAll: rpc('auth.endAll', UserRef, Done),
});

/**
 * Accounts and sessions. `register`, `logIn` and `refresh` are called by nobody yet known: their
 * actor is `anonymous`.
 *
 * - `register`: makes the account and signs it in. Throws `conflict {field}`, `validation_failed`,
 *   `registration_closed`.
 * - `logIn`: throws `unauthenticated`, in the same words and time for a wrong password and an
 *   unknown name, and `rate_limited` after five failures within a minute.
 * - `refresh`: a new pair; the old refresh token is spent. Its reuse revokes the session, unless
 *   the same device asks within 10 s (two tabs), which answers with a pair again. Throws
 *   `unauthenticated`.
 * - `logOut`, `revoke`, `revokeOthers`: the access tokens of the session are refused from now on,
 *   on every node, and its sockets are closed. Idempotent.
 * - `changePassword`: ends all other sessions. Throws `forbidden` for a wrong current password.
 * - `endAll`: of somebody else, for modules that have found that this may be; on no edge. As
 *   `revoke`.
 */
export abstract class AuthApi extends apiClass(authContract) {}
