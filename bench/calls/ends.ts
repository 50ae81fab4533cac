import { DtlsIdentity } from '../../libs/calls/src/media/testing/ends/dtls-end.js';
import { MediaEnd, type EndOffer } from '../../libs/calls/src/media/testing/ends/media-end.js';

/** What the process that has the room says to one that has ends in it. */
export type ToEnds =
  | { readonly type: 'open'; readonly id: number; readonly offer: EndOffer }
  | { readonly type: 'connected'; readonly id: number }
  | { readonly type: 'report'; readonly id: number; readonly extension: number }
  | { readonly type: 'count' }
  | { readonly type: 'close' };

/** And what that one says. */
export type FromEnds =
  | {
      readonly type: 'connect';
      readonly id: number;
      readonly dtls: DtlsIdentity['parameters'];
    }
  | { readonly type: 'opened'; readonly id: number }
  | { readonly type: 'counted'; readonly got: number; readonly lost: number };

/** A process of ends that get packets and count them. */
const identity = new DtlsIdentity();
const ends = new Map<number, MediaEnd>();
const connecting = new Map<number, () => void>();
const say = (message: FromEnds) => process.send!(message);

async function open(id: number, offer: EndOffer): Promise<void> {
  const end = await MediaEnd.open(offer, identity, (dtls) => {
    say({ type: 'connect', id, dtls });
    return new Promise<void>((resolve) => connecting.set(id, resolve));
  });
  ends.set(id, end);
  say({ type: 'opened', id });
}

const sum = (of: (end: MediaEnd) => number) =>
  [...ends.values()].reduce((all, end) => all + of(end), 0);

process.on('message', (message: ToEnds) => {
  if (message.type === 'open') void open(message.id, message.offer);
  else if (message.type === 'connected') connecting.get(message.id)?.();
  else if (message.type === 'report') ends.get(message.id)!.reportBy(message.extension);
  else if (message.type === 'count')
    say({ type: 'counted', got: sum(({ got }) => got), lost: sum(({ lost }) => lost) });
  else {
    identity.close();
    process.exit();
  }
});
