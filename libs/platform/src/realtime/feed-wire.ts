import type { Room } from '@app/contracts';
import type { FeedMessage } from './realtime-publisher.js';

/**
 * A message on its way between nodes. The room is the channel's name; a packet travels as it will
 * be written to sockets, behind the few options that it may have, and is not parsed on the way:
 * `{"except":"chat:x"}\n2["new_message",{…}]`. A command is one line of JSON behind a `!`.
 */
export function toWire(message: FeedMessage): string {
  const { room: _, ...rest } = message;
  if (rest.type !== 'packet') return `!${JSON.stringify(rest)}`;
  const { except, isVolatile } = rest;
  const options = except === undefined && !isVolatile ? '' : JSON.stringify({ except, isVolatile });
  return `${options}\n${rest.packet}`;
}

/** The reverse of `toWire`. Throws on what no release of ours has written. */
export function fromWire(room: Room, line: string): FeedMessage {
  if (line.startsWith('!')) return { room, ...(JSON.parse(line.slice(1)) as Command) };
  const end = line.indexOf('\n');
  const packet = line.slice(end + 1);
  if (end === 0) return { type: 'packet', room, packet };
  return { type: 'packet', room, packet, ...(JSON.parse(line.slice(0, end)) as PacketOptions) };
}

type WithoutRoom<M> = M extends unknown ? Omit<M, 'room'> : never;
type Command = WithoutRoom<Exclude<FeedMessage, { type: 'packet' }>>;
type PacketOptions = Pick<Extract<FeedMessage, { type: 'packet' }>, 'except' | 'isVolatile'>;
