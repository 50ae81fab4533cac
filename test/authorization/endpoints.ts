import { may, type ChatPermission, type ChatRole } from '@app/contracts';
import { aPicture } from '../people/uploads.js';

/** Who asks, as seen from the chat that the request is about. */
export const askers = ['anonymous', 'suspended', 'stranger', 'member', 'admin', 'owner'] as const;
export type Asker = (typeof askers)[number];

/** Who is nobody here. `suspended`: with the token that they had. */
export const isNobody = (asker: Asker): asker is 'anonymous' | 'suspended' =>
  asker === 'anonymous' || asker === 'suspended';

/** What a request is about: made anew for each case, so that no case sees another's effect. */
export interface Subject {
  readonly chatId: string;
  /** Written by the member. */
  readonly messageId: string;
  /** Uploaded by the member, and not sent. */
  readonly fileId: string;
  /** Another member, whom nobody asks as. */
  readonly guestId: string;
  /** Somebody who is not in the chat, and whom nobody asks as. */
  readonly outsiderId: string;
  readonly memberId: string;
  readonly code: string;
  readonly sessionId: string;
  readonly unique: string;
}

export interface Endpoint {
  /** As in the OpenAPI document. */
  readonly route: string;
  readonly allowed: readonly Asker[];
  /** Values of the parameters in the path. */
  readonly path?: (subject: Subject) => Record<string, string>;
  readonly query?: string;
  readonly body?: (subject: Subject) => unknown;
  readonly form?: (subject: Subject) => FormData;
}

const everybody = askers;
const signedIn = askers.filter((asker) => !isNobody(asker));

/** The roles that the permission table names for a group. */
const who = (permission: ChatPermission): Asker[] =>
  askers.filter(
    (asker) =>
      !isNobody(asker) &&
      asker !== 'stranger' &&
      may(permission, 'group', asker satisfies ChatRole),
  );

const chat = ({ chatId }: Subject) => ({ chatId });
const message = ({ messageId }: Subject) => ({ id: messageId });
const liked = ({ messageId }: Subject) => ({ id: messageId, emoji: '👍' });
const file = ({ fileId }: Subject) => ({ fileId });
const guest = ({ chatId, guestId }: Subject) => ({ chatId, userId: guestId });

/** A key of nobody's. */
const p256dh =
  'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4';

/** A browser that takes pushes; nobody pushes to it. */
const device = (unique: string) => ({
  endpoint: `https://push.example.com/send/${unique}`,
  keys: { p256dh, auth: 'A'.repeat(22) },
});

/** Every route, and who may use it. A route that is not here fails the test. */
export const endpoints: readonly Endpoint[] = [
  // The workspace, before anybody signs in.
  { route: 'GET /api/config', allowed: everybody },
  { route: 'GET /api/version', allowed: everybody },
  // What somebody is told of: all of it is one's own.
  { route: 'GET /api/announcements', allowed: signedIn },
  { route: 'GET /api/notices', allowed: signedIn },
  { route: 'GET /api/notifications', allowed: signedIn },
  { route: 'POST /api/notifications/read', allowed: signedIn, body: () => ({ all: true }) },
  { route: 'GET /api/notifications/settings', allowed: signedIn },
  { route: 'GET /api/notifications/push', allowed: signedIn },
  {
    route: 'POST /api/notifications/push',
    allowed: signedIn,
    body: ({ unique }) => device(unique),
  },
  {
    route: 'DELETE /api/notifications/push',
    allowed: signedIn,
    body: () => ({ endpoint: device('1').endpoint }),
  },
  {
    route: 'PUT /api/notifications/settings',
    allowed: signedIn,
    body: () => ({ keywords: ['release'] }),
  },
  {
    route: 'POST /api/auth/register',
    allowed: everybody,
    body: ({ unique }) => ({
      username: `u${unique}`,
      name: 'U',
      email: `u${unique}@parley.example`,
      password: 'correct horse battery',
    }),
  },

  // Calls.
  { route: 'GET /api/calls', allowed: signedIn },
  { route: 'GET /api/calls/live', allowed: signedIn },
  { route: 'GET /api/calls/ice-servers', allowed: signedIn },

  // Sessions.
  { route: 'POST /api/auth/logout', allowed: signedIn },
  { route: 'GET /api/auth/me', allowed: signedIn },
  { route: 'GET /api/auth/sessions', allowed: signedIn },
  { route: 'DELETE /api/auth/sessions', allowed: signedIn },
  {
    route: 'DELETE /api/auth/sessions/{sessionId}',
    allowed: signedIn,
    path: ({ sessionId }) => ({ sessionId }),
  },
  {
    route: 'PUT /api/auth/password',
    allowed: signedIn,
    body: () => ({
      currentPassword: 'correct horse battery',
      newPassword: 'another horse battery',
    }),
  },

  // Tokens of programs: all of them are one's own.
  { route: 'GET /api/users/me/tokens', allowed: signedIn },
  {
    route: 'POST /api/users/me/tokens',
    allowed: signedIn,
    body: () => ({ name: 'a program', scopes: ['chats:read'] }),
  },

  // People.
  { route: 'GET /api/users/search', allowed: signedIn, query: 'q=a' },
  { route: 'GET /api/users/lookup', allowed: signedIn, query: 'ids=a' },
  { route: 'GET /api/users/me/blocked', allowed: signedIn },
  {
    route: 'GET /api/users/{userId}',
    allowed: signedIn,
    path: ({ guestId }) => ({ userId: guestId }),
  },
  {
    route: 'PUT /api/users/{userId}',
    allowed: ['member'],
    path: ({ memberId }) => ({ userId: memberId }),
    body: () => ({ name: 'Another name' }),
  },
  { route: 'POST /api/users/avatar', allowed: signedIn, form: aPicture },
  { route: 'DELETE /api/users/avatar', allowed: signedIn },
  { route: 'POST /api/users/me/export', allowed: signedIn },
  { route: 'GET /api/users/me/export', allowed: signedIn },
  {
    route: 'PUT /api/users/{userId}/block',
    allowed: signedIn,
    path: ({ outsiderId }) => ({ userId: outsiderId }),
  },
  {
    route: 'DELETE /api/users/{userId}/block',
    allowed: signedIn,
    path: ({ outsiderId }) => ({ userId: outsiderId }),
  },

  // Chats.
  { route: 'GET /api/chats', allowed: signedIn },
  { route: 'GET /api/chats/directory', allowed: signedIn },
  { route: 'GET /api/sync', allowed: signedIn },
  {
    route: 'POST /api/chats',
    allowed: signedIn,
    body: ({ unique }) => ({ type: 'channel', slug: `c${unique}`.toLowerCase(), name: 'C' }),
  },
  { route: 'GET /api/chats/{chatId}', allowed: who('read'), path: chat },
  {
    route: 'PUT /api/chats/{chatId}',
    allowed: who('changeInfo'),
    path: chat,
    body: () => ({ topic: 'Another topic' }),
  },
  { route: 'DELETE /api/chats/{chatId}', allowed: who('deleteChat'), path: chat },
  {
    route: 'POST /api/chats/{chatId}/avatar',
    allowed: who('changeInfo'),
    path: chat,
    form: aPicture,
  },
  { route: 'DELETE /api/chats/{chatId}/avatar', allowed: who('changeInfo'), path: chat },
  { route: 'GET /api/chats/{chatId}/me', allowed: who('read'), path: chat },
  {
    route: 'PUT /api/chats/{chatId}/me',
    allowed: who('read'),
    path: chat,
    body: () => ({ isFavourite: true }),
  },
  { route: 'GET /api/chats/{chatId}/members', allowed: who('read'), path: chat },
  {
    route: 'POST /api/chats/{chatId}/members',
    allowed: who('addMembers'),
    path: chat,
    body: ({ outsiderId }) => ({ userIds: [outsiderId] }),
  },
  {
    route: 'PUT /api/chats/{chatId}/members/{userId}',
    allowed: who('changeRoles'),
    path: guest,
    body: () => ({ role: 'readonly' }),
  },
  {
    route: 'DELETE /api/chats/{chatId}/members/{userId}',
    allowed: who('removeMembers'),
    path: guest,
  },
  // A group is by invitation: who is in already is in, and a stranger stays out.
  { route: 'POST /api/chats/{chatId}/join', allowed: who('read'), path: chat },
  // The owner would have to hand over first; that refusal is a conflict, not this table's matter.
  { route: 'POST /api/chats/{chatId}/leave', allowed: ['member', 'admin'], path: chat },
  {
    route: 'GET /api/chats/{chatId}/changes',
    allowed: who('read'),
    path: chat,
    query: 'afterRev=0',
  },
  { route: 'GET /api/chats/{chatId}/files', allowed: who('read'), path: chat },
  { route: 'GET /api/chats/{chatId}/hidden', allowed: who('read'), path: chat },
  { route: 'GET /api/chats/{chatId}/retention', allowed: who('read'), path: chat },

  // Invites.
  { route: 'GET /api/chats/{chatId}/invites', allowed: who('manageInvites'), path: chat },
  {
    route: 'POST /api/chats/{chatId}/invites',
    allowed: who('manageInvites'),
    path: chat,
    body: () => ({}),
  },
  {
    route: 'DELETE /api/chats/{chatId}/invites/{code}',
    allowed: who('manageInvites'),
    path: ({ chatId, code }) => ({ chatId, code }),
  },
  { route: 'GET /api/invites/{code}', allowed: everybody, path: ({ code }) => ({ code }) },
  { route: 'POST /api/invites/{code}/accept', allowed: signedIn, path: ({ code }) => ({ code }) },

  // Messages.
  { route: 'GET /api/messages/{id}', allowed: who('read'), path: ({ chatId }) => ({ id: chatId }) },
  {
    route: 'POST /api/messages',
    allowed: who('post'),
    body: ({ chatId }) => ({ chatId, text: 'hi' }),
  },
  {
    route: 'POST /api/messages/batch',
    // A batch answers 200 to anybody signed in, with a result per item; see its own story.
    allowed: signedIn,
    body: ({ chatId }) => ({ items: [{ chatId, text: 'hi' }] }),
  },
  { route: 'GET /api/messages/items', allowed: signedIn, query: 'ids=a' },
  {
    route: 'PUT /api/messages/{id}/reactions/{emoji}',
    allowed: who('react'),
    path: liked,
  },
  {
    route: 'DELETE /api/messages/{id}/reactions/{emoji}',
    allowed: who('react'),
    path: liked,
  },
  { route: 'PUT /api/messages/{id}/pin', allowed: who('pin'), path: message },
  { route: 'DELETE /api/messages/{id}/pin', allowed: who('pin'), path: message },
  { route: 'GET /api/chats/{chatId}/pins', allowed: who('read'), path: chat },
  {
    route: 'POST /api/messages/{id}/report',
    // Nobody reports what they have written themselves.
    allowed: who('read').filter((asker) => asker !== 'member'),
    path: message,
    body: () => ({ category: 'spam' }),
  },
  { route: 'GET /api/messages/item/{id}', allowed: who('read'), path: message },
  { route: 'GET /api/messages/item/{id}/history', allowed: who('read'), path: message },
  { route: 'GET /api/messages/item/{id}/receipts', allowed: who('read'), path: message },
  { route: 'GET /api/messages/item/{id}/context', allowed: who('read'), path: message },
  {
    route: 'PUT /api/messages/{id}',
    // The author alone, who is the member.
    allowed: ['member'],
    path: message,
    body: () => ({ text: 'another text' }),
  },
  {
    route: 'DELETE /api/messages/{id}',
    allowed: ['member', ...who('deleteOthers')],
    path: message,
  },

  // Search. What one may not read is left out; see its own story.
  { route: 'GET /api/search', allowed: signedIn, query: 'q=text' },
  { route: 'GET /api/search/messages', allowed: signedIn, query: 'q=text' },

  // Files.
  { route: 'POST /api/files/upload', allowed: who('read'), form: ({ chatId }) => aFile(chatId) },
  { route: 'GET /api/files/quota', allowed: signedIn },
  // What one may not read is left out; see its own story.
  { route: 'GET /api/files/links', allowed: signedIn, query: 'ids=a' },
  // Not sent yet, so nobody but who uploaded it.
  { route: 'GET /api/files/{fileId}', allowed: ['member'], path: file },
  { route: 'GET /api/files/{fileId}/meta', allowed: ['member'], path: file },
  { route: 'DELETE /api/files/{fileId}', allowed: ['member'], path: file },
];

/** Whose bytes are JSON, as all that is read here. */
export function aFile(chatId: string): FormData {
  const form = new FormData();
  form.append('chatId', chatId);
  form.append('file', new Blob(['"a text"']), 'a.json');
  return form;
}

/**
 * Routes that answer by what they are told, not by who asks, or by what was made meanwhile: their
 * own stories cover them.
 */
export const elsewhere: readonly string[] = [
  // Of one process of several; see `topology.scenario.ts`.
  'POST /api/admin/drain',
  'POST /api/auth/login',
  'POST /api/auth/refresh',
  // For whoever has the link; see `administration.scenario.ts`.
  'POST /api/auth/reset',
  // For whoever has the address; see `incoming-webhooks.scenario.ts`.
  'POST /api/hooks/{hookId}/{secret}',
  // Of a notice that was told; see `moderation.scenario.ts`.
  'POST /api/notices/{noticeId}/seen',
  // For whoever holds a mail, signed in or not; see `notifications.scenario.ts`.
  'GET /api/notifications/unsubscribe',
  'POST /api/notifications/unsubscribe',
  // Of a token that was made; see `tokens.medium.spec.ts`, `tokens.scenario.ts`.
  'DELETE /api/users/me/tokens/{tokenId}',
  // Of one that is ready; see `data-exports.scenario.ts`.
  'GET /api/users/me/export/{exportId}',
  // For whoever has been told of it.
  'GET /api/files/avatars/{key}',
  // `file-matrix.ts`: of files that have them.
  'GET /api/files/{fileId}/preview',
  'GET /api/files/{fileId}/snippet',
  'GET /api/files/{fileId}/waveform',
  // `file-matrix.ts`, `resumable-uploads.scenario.ts`: they speak by headers.
  'OPTIONS /api/files/resumable',
  'POST /api/files/resumable',
  'HEAD /api/files/resumable/{fileId}',
  'PATCH /api/files/resumable/{fileId}',
  'DELETE /api/files/resumable/{fileId}',
];
