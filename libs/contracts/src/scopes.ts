import * as z from 'zod/mini';
import type { ClientEventName } from './socket-events.js';

/**
 * What a personal access token is for, `{[scope]: what it opens}`. It never opens more than its
 * owner may do; none of them is part of another. What is about sessions, passwords and tokens is
 * not open to any.
 */
export const scopes = {
  'users:read': 'Read people, and oneself',
  'users:write': 'Change one’s own profile, block and report people',
  'chats:read': 'Read which chats one is in, their traits and members',
  'chats:write': 'Create, change, join and leave chats, and see to their members and invites',
  'messages:read': 'Read messages, what changed about them, and who has read them',
  'messages:write': 'Send, edit, delete, pin, report and react to messages; mark as read; type',
  'files:read': 'Read files, and how much of them one keeps',
  'files:write': 'Upload files, and remove those that were not sent',
  'search:read': 'Find messages, people, chats and files',
  'calls:read': 'Read which calls there were and are',
  'calls:write': 'Take part in calls',
  'notifications:read': 'Read what one was told of, and how one wants to be told',
  'notifications:write': 'Mark what one was told of as read, and change how one wants to be told',
  'events:read': 'Connect a socket, and hear all that its owner is told as it happens',
  'admin:read': 'Read what administrators read: accounts, reports, the audit log',
  'admin:write': 'Do what administrators do, but for links by which passwords are chosen',
} as const satisfies Record<`${string}:${'read' | 'write'}`, string>;

export type Scope = keyof typeof scopes;
export const allScopes = Object.keys(scopes) as [Scope, ...Scope[]];
export const Scope = z.enum(allScopes);

/** Of a token; what a socket may say with it, besides `events:read`, which lets it in. */
export const eventScopes: Readonly<Record<ClientEventName, Scope>> = {
  join_chat: 'chats:read',
  leave_chat: 'chats:read',
  send_message: 'messages:write',
  read_message: 'messages:write',
  delivered_message: 'messages:write',
  typing: 'messages:write',
  heartbeat: 'events:read',
  set_presence: 'users:write',
  watch_presence: 'users:read',
  unwatch_presence: 'users:read',
  refresh_auth: 'events:read',
  call_user: 'calls:write',
  call_ringing: 'calls:write',
  call_accepted: 'calls:write',
  call_declined: 'calls:write',
  end_call: 'calls:write',
  call_heartbeat: 'calls:write',
  call_media_state: 'calls:write',
  call_reroute: 'calls:write',
  call_invite: 'calls:write',
  offer: 'calls:write',
  answer: 'calls:write',
  ice_candidate: 'calls:write',
  call_mute: 'calls:write',
  call_unmute: 'calls:write',
  call_remove: 'calls:write',
  call_lock: 'calls:write',
  call_hand: 'calls:write',
  sfu_join: 'calls:write',
  sfu_producers: 'calls:write',
  sfu_connect: 'calls:write',
  sfu_restart_ice: 'calls:write',
  sfu_produce: 'calls:write',
  sfu_pause: 'calls:write',
  sfu_resume: 'calls:write',
  sfu_close: 'calls:write',
  sfu_consume: 'calls:write',
  sfu_pause_consumer: 'calls:write',
  sfu_resume_consumer: 'calls:write',
  sfu_close_consumer: 'calls:write',
  sfu_layers: 'calls:write',
  sfu_fit: 'calls:write',
};
