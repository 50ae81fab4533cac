export { Live, type LiveOptions } from './live.js';
export type { Change, ChangeKind, Place } from './chat-follower.js';
export type { ClientEvents, ServerEvents } from '../generated/events/types.gen.js';
