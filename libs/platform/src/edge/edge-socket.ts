import type { ServerEvent, ServerEventName } from '@app/contracts';
import type { Socket } from 'socket.io';
import type { Verified } from '../tokens/access-tokens.js';

type ServerEvents = { [N in ServerEventName]: (payload: ServerEvent<N>) => void };

/** A signed-in socket: what it may be told, and who it is. `data` changes by `refresh_auth`. */
export type EdgeSocket = Socket<Record<string, never>, ServerEvents, object, Verified>;
