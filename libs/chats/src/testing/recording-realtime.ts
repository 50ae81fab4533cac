import { serverEvents, type Room, type ServerEvent, type ServerEventName } from '@app/contracts';
import type { RealtimePublisher } from '@app/platform';

/** What was said, or done to the sockets of somebody. */
export type Said =
  | { readonly room: Room; readonly event: ServerEventName; readonly payload: unknown }
  | { readonly admitted: Room; readonly to: Room }
  | { readonly evicted: Room; readonly from: Room };

/** Keeps what is published, in order, and checks it against its schema. */
export class RecordingRealtime implements RealtimePublisher {
  readonly said: Said[] = [];

  publish<N extends ServerEventName>(room: Room, event: N, payload: ServerEvent<N>): void {
    const parsed = serverEvents[event].parse(JSON.parse(JSON.stringify(payload)));
    this.said.push({ room, event, payload: parsed });
  }

  admit(whom: Room, to: Room): void {
    this.said.push({ admitted: whom, to });
  }

  evict(whom: Room, from: Room): void {
    this.said.push({ evicted: whom, from });
  }

  disconnect(): void {
    throw new Error('The chats module disconnects nobody');
  }

  /** Payloads of one event in one room, in order. */
  heard<N extends ServerEventName>(room: Room, event: N): ServerEvent<N>[] {
    return this.said.flatMap((one) =>
      'event' in one && one.room === room && one.event === event
        ? [one.payload as ServerEvent<N>]
        : [],
    );
  }

  forget(): void {
    this.said.length = 0;
  }
}
