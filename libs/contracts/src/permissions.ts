import type { ChatKind, ChatRole, WorkspaceRole } from './roles.js';
import type { PostPolicy } from './system-events.js';

const everyone = ['owner', 'admin', 'member', 'readonly'] as const;
const writers = ['owner', 'admin', 'member'] as const;
const admins = ['owner', 'admin'] as const;
const owner = ['owner'] as const;
const nobody = [] as const;

type Row = Readonly<Record<ChatKind, readonly ChatRole[]>>;

/**
 * Who may do what in a chat: one row per permission, the chat roles that have it in each kind of
 * chat. Both people of a direct chat are its owners. Services ask `may`, the client shows and hides
 * by it, and the authorization tests enumerate it.
 */
export const chatPermissions = {
  read: { direct: everyone, group: everyone, channel: everyone },
  /** Where `postPolicy` is `admins`, only those. */
  post: { direct: writers, group: writers, channel: writers },
  editOwn: { direct: writers, group: writers, channel: writers },
  deleteOwn: { direct: writers, group: writers, channel: writers },
  deleteOthers: { direct: nobody, group: admins, channel: admins },
  /** Also where only admins post. */
  react: { direct: writers, group: writers, channel: writers },
  pin: { direct: writers, group: writers, channel: admins },
  changeInfo: { direct: nobody, group: admins, channel: admins },
  archive: { direct: nobody, group: admins, channel: admins },
  addMembers: { direct: nobody, group: writers, channel: admins },
  removeMembers: { direct: nobody, group: admins, channel: admins },
  changeRoles: { direct: nobody, group: admins, channel: admins },
  handOver: { direct: nobody, group: owner, channel: owner },
  manageInvites: { direct: nobody, group: admins, channel: admins },
  /** To have what is said there posted elsewhere; takes the right of the workspace, too. */
  manageWebhooks: { direct: nobody, group: admins, channel: admins },
  /** Whoever has begun a call is a host of it, too. */
  hostCalls: { direct: nobody, group: admins, channel: admins },
  /** A direct chat is only hidden, by each for themselves. */
  deleteChat: { direct: nobody, group: owner, channel: owner },
  leave: { direct: everyone, group: everyone, channel: everyone },
} as const satisfies Record<string, Row>;

export type ChatPermission = keyof typeof chatPermissions;

export function may(permission: ChatPermission, kind: ChatKind, role: ChatRole): boolean {
  const row: Row = chatPermissions[permission];
  return row[kind].includes(role);
}

/** What decides who writes into a chat. */
export interface PostPlace {
  readonly kind: ChatKind;
  readonly role: ChatRole;
  readonly postPolicy: PostPolicy;
  readonly isArchived: boolean;
}

/** Whether this role may write there now: messages, and calls, which leave one. */
export function mayPostIn({ kind, role, postPolicy, isArchived }: PostPlace): boolean {
  const isChosen = postPolicy === 'everyone' || role === 'owner' || role === 'admin';
  return !isArchived && isChosen && may('post', kind, role);
}

/** Who may do what in the workspace, whatever they are in a chat. */
export const workspacePermissions = {
  editOthersProfile: ['owner', 'admin'],
  changeWorkspaceRoles: ['owner'],
  deactivateUsers: ['owner', 'admin'],
  /** In chats they are members of. */
  moderateMessages: ['owner', 'admin', 'moderator'],
  createChannels: ['owner', 'admin', 'moderator', 'member'],
  /** What people have reported, and to dismiss it or delete the message. */
  handleReports: ['owner', 'admin', 'moderator'],
  /** To archive, hand over and delete groups and channels that they are not in. */
  administerChats: ['owner', 'admin'],
  /** To warn who is less than they are, and to keep them from writing for a while. */
  moderatePeople: ['owner', 'admin', 'moderator'],
  /** Everybody, with their e-mail addresses, and who is suspended. */
  readAccounts: ['owner', 'admin'],
  /** To make them, and the tokens that they speak by. */
  manageBots: ['owner', 'admin'],
  /** What was done by whom, all of it. */
  readAudit: ['owner', 'admin'],
  /** What is said in chats of which they are admins, posted elsewhere. */
  manageWebhooks: ['owner', 'admin'],
  /** To see how much there is of everything. */
  runWorkspace: ['owner', 'admin'],
  /** What runs where, and the work that waits. */
  operate: ['owner', 'admin'],
  /**
   * All of it into a file on the machine, which nobody reads by the API; and to remove one. The
   * other way, too: what was said elsewhere into chats, with its authors.
   */
  makeBackups: ['owner'],
} as const satisfies Record<string, readonly WorkspaceRole[]>;

export type WorkspacePermission = keyof typeof workspacePermissions;

export function mayInWorkspace(permission: WorkspacePermission, role: WorkspaceRole): boolean {
  const roles: readonly WorkspaceRole[] = workspacePermissions[permission];
  return roles.includes(role);
}
