import type { Call, CallId, CallParty, ChatId, SentMedia, UserId } from '@app/contracts';
import { CallLink, type PeerWay, type RoomWay } from './call-link';
import type { Lane, LinkEvents, LinkState } from './media-link';

const [me, bob, carol] = ['me', 'bob', 'carol'] as UserId[] as [UserId, UserId, UserId];
const track = (id: string) => ({ id }) as MediaStreamTrack;
const seen: SentMedia = { audio: true, video: true, screen: false };

function aCall(via: Call['via'], bobs: Partial<CallParty> = {}): Call {
  const parties = [me, bob].map((userId) => ({ userId, state: 'joined' as const, media: seen }));
  return {
    ...{ id: 'call-1' as CallId, kind: 'direct', via, chatId: 'c1' as ChatId, media: 'video' },
    ...{ callerId: me, state: 'active', createdAt: '2026-01-01T00:00:00.000Z', version: 3 },
    parties: [parties[0]!, { ...parties[1]!, ...bobs }],
  };
}

/** A way of which a test says what comes by it. */
class FakeWay implements Partial<PeerWay & RoomWay> {
  readonly sent: (string | null)[] = [];
  readonly fits: string[] = [];
  readonly arrived = new Set<string>();
  events!: LinkEvents;
  saidMoved = 0;
  isOtherMoved = false;
  isClosed = false;

  readonly open = (events: LinkEvents) => {
    this.events = events;
    return Promise.resolve(this as unknown as PeerWay & RoomWay);
  };

  send(lane: Lane, sent: MediaStreamTrack | null): Promise<void> {
    this.sent.push(sent && `${lane} ${sent.id}`);
    return Promise.resolve();
  }

  fit(userId: UserId, lane: Lane, height: number): void {
    this.fits.push(`${userId} ${lane} ${height}`);
  }

  comes(lane: Lane, id: string, userId = bob): void {
    this.events.came(userId, lane, track(id));
  }

  arrives(userId: UserId, lane: Lane): boolean {
    return this.arrived.has(`${userId} ${lane}`);
  }

  sayMoved(): void {
    this.saidMoved++;
  }

  isLeft(): boolean {
    return this.isOtherMoved;
  }

  close(): void {
    this.isClosed = true;
  }
}

/** Bob and I see each other from end to end, and are sent to a room. */
async function aMove(bobs?: Partial<CallParty>) {
  const [peer, room] = [new FakeWay(), new FakeWay()];
  const shown = new Map<string, string>();
  const states: LinkState[] = [];
  const ways = { peer: peer.open, room: room.open };
  const events: LinkEvents = {
    changed: (state) => states.push(state),
    came: (userId, lane, came) => {
      if (came) shown.set(`${userId} ${lane}`, came.id);
      else shown.delete(`${userId} ${lane}`);
    },
  };
  const link = await CallLink.open(ways, events, aCall('peer'));
  void link.send('video', track('mine'));
  link.fit(bob, 'video', 360);
  for (const lane of ['audio', 'video', 'screen'] as const) peer.comes(lane, `peer-${lane}`);
  peer.events.changed('connected');
  await link.follow(aCall('room', bobs));
  const look = () => jest.advanceTimersByTimeAsync(100);
  return { link, peer, room, shown, states, look };
}

describe('CallLink', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('sends by both ways, and tells the new one what it has to know', async () => {
    const { link, peer, room } = await aMove();
    void link.send('audio', track('voice'));
    expect(peer.sent).toEqual(['video mine', 'audio voice']);
    expect(room.sent).toEqual(['video mine', 'audio voice']);
    expect(room.fits).toEqual(['bob video 360']);
    link.close();
    expect([peer.isClosed, room.isClosed, jest.getTimerCount()]).toEqual([true, true, 0]);
  });

  it('shows what comes by the old way until the same has come by the new one', async () => {
    const { peer, room, shown, look } = await aMove();
    room.comes('video', 'room-video');
    await look();
    expect(shown.get('bob video')).toBe('peer-video');
    room.arrived.add('bob video');
    await look();
    expect([shown.get('bob video'), shown.get('bob audio')]).toEqual(['room-video', 'peer-audio']);
    expect([peer.saidMoved, peer.isClosed]).toEqual([0, false]);
    // Others come by the room alone.
    room.comes('video', 'hers', carol);
    expect(shown.get('carol video')).toBe('hers');
  });

  it('keeps the old way until what has come by the new one had time to be drawn', async () => {
    const { peer, room, shown, look } = await aMove({ media: { ...seen, audio: false } });
    peer.isOtherMoved = true;
    room.comes('video', 'room-video');
    room.arrived.add('bob video');
    await look();
    expect([shown.get('bob video'), peer.isClosed]).toEqual(['room-video', false]);
    await look();
    expect(peer.isClosed).toBe(true);
  });

  it.each([
    ['put out', { state: 'left', isRemoved: true }],
    ['muted', { muted: { by: me, at: '2026-01-01T00:00:00.000Z' } }],
  ] as const)('closes the old way to who is %s, whatever they send by it', async (_, bobs) => {
    const { link, peer, room, shown } = await aMove();
    room.comes('video', 'room-video');
    void link.follow(aCall('room', bobs));
    await jest.advanceTimersByTimeAsync(0);
    expect(peer.isClosed).toBe(true);
    expect([...shown]).toEqual([['bob video', 'room-video']]);
  });

  it('closes the old way when both have all, and what came by it alone is no more', async () => {
    const { peer, room, shown, look } = await aMove();
    for (const lane of ['audio', 'video'] as const) {
      room.comes(lane, `room-${lane}`);
      room.arrived.add(`bob ${lane}`);
    }
    await look();
    expect(peer.saidMoved).toBeGreaterThan(0);
    await look();
    expect(peer.isClosed).toBe(false);
    peer.isOtherMoved = true;
    await look();
    expect([peer.isClosed, room.isClosed]).toEqual([true, false]);
    expect(Object.fromEntries(shown)).toEqual({
      'bob audio': 'room-audio',
      'bob video': 'room-video',
    });
    expect(jest.getTimerCount()).toBe(0);
  });

  it('goes back to the old way where the new one is lost meanwhile', async () => {
    const { room, shown, states, look } = await aMove();
    room.comes('video', 'room-video');
    room.arrived.add('bob video');
    await look();
    room.events.changed('interrupted');
    room.events.came(bob, 'video', null);
    expect(shown.get('bob video')).toBe('peer-video');
    expect(states).toEqual(['connected']);
    room.comes('video', 'again');
    await look();
    expect(shown.get('bob video')).toBe('again');
  });

  it('waits for nobody who has left, and for nothing that is not seen', async () => {
    const gone = await aMove({ state: 'left' });
    gone.peer.isOtherMoved = true;
    for (let n = 0; n < 2; n++) await gone.look();
    expect(gone.peer.isClosed).toBe(true);

    const small = await aMove({ media: { audio: false, video: true, screen: false } });
    small.peer.isOtherMoved = true;
    small.link.fit(bob, 'video', 0);
    small.room.comes('video', 'room-video');
    for (let n = 0; n < 2; n++) await small.look();
    expect(small.peer.isClosed).toBe(true);
  });

  it('does not send twice for ever where something never comes', async () => {
    const { peer, look } = await aMove();
    for (let n = 0; n < 150; n++) await look();
    expect(peer.isClosed).toBe(false);
    await look();
    expect(peer.isClosed).toBe(true);
  });

  it('has not failed while it waits for the way on which it was sent', async () => {
    const [peer, room] = [new FakeWay(), new FakeWay()];
    const opening = Promise.withResolvers<undefined>();
    const ways = {
      peer: peer.open,
      room: (events: LinkEvents) => opening.promise.then(() => room.open(events)),
    };
    const states: LinkState[] = [];
    const events = { changed: (state: LinkState) => states.push(state), came: () => undefined };
    const link = await CallLink.open(ways, events, aCall('peer'));
    const moving = link.follow(aCall('room'));
    peer.events.changed('failed');
    opening.resolve(undefined);
    await moving;
    room.events.changed('connected');
    expect(states).toEqual(['interrupted', 'connecting', 'connected']);
    link.close();
  });

  it('is as well as the way that carries it', async () => {
    const { peer, room, states } = await aMove();
    peer.events.changed('interrupted');
    peer.events.changed('failed');
    room.events.changed('connected');
    room.events.changed('failed');
    expect(states).toEqual(['connected', 'connecting', 'connected', 'failed']);
  });
});
