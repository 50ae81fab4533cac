import * as z from 'zod/mini';

/**
 * What a person is in the workspace. The first account is its owner. `bot`: a program with a name
 * of its own; nobody becomes one, and it becomes nothing else.
 */
export const WorkspaceRole = z.enum(['owner', 'admin', 'moderator', 'member', 'guest', 'bot']);
export type WorkspaceRole = z.output<typeof WorkspaceRole>;

/** What a member is in one chat. */
export const ChatRole = z.enum(['owner', 'admin', 'member', 'readonly']);
export type ChatRole = z.output<typeof ChatRole>;

/**
 * `direct`: two people, or one with their notes. `group`: 3 to 256, invited. `channel`: unlimited,
 * with a slug.
 */
export const ChatKind = z.enum(['direct', 'group', 'channel']);
export type ChatKind = z.output<typeof ChatKind>;
