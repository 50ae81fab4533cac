import type { SfuConsumer, SfuPlace, SfuProducer, SfuSource, UserId } from '@app/contracts';
import { RequestProblem } from '@app/web-realtime';
import { Device } from 'mediasoup-client';
import * as parameters from 'mediasoup-client/fakeParameters';
import { FakeHandler } from 'mediasoup-client/handlers/FakeHandler';
import { SfuRoom, type SfuAsk } from './sfu-room';

const bob = 'bob' as UserId;
const openDevice = () => Device.factory({ handlerFactory: FakeHandler.createFactory(parameters) });

const sends = (producerId: string, source: SfuSource = 'camera'): SfuProducer => ({
  ...{ userId: bob, producerId, source, isPaused: false },
});

/** A server that says yes to everything, until a test says otherwise. `asked`: what it heard. */
class FakeServer {
  readonly asked: string[] = [];
  producers: SfuProducer[] = [];
  readonly refused = new Set<string>();
  readonly unanswered = new Set<string>();
  /** Runs before it answers. */
  meanwhile: (name: string) => void = () => undefined;

  readonly ask = ((name: string, input: object) => {
    this.asked.push([name, ...told(input)].join(' '));
    this.meanwhile(name);
    if (this.refused.has(name)) return Promise.reject(new RequestProblem('not_found', 404, {}));
    if (this.unanswered.has(name)) return new Promise(() => undefined);
    return Promise.resolve({ ok: true, ...this.answer(name, input) });
  }) as unknown as SfuAsk;

  private answer(name: string, input: { producerIds?: string[] }): object {
    if (name === 'sfu_join') return this.place();
    if (name === 'sfu_producers') return { producers: this.producers };
    if (name === 'sfu_produce') return { producerId: 'mine' };
    if (name === 'sfu_restart_ice') return { iceParameters: this.place().send.iceParameters };
    if (name !== 'sfu_consume') return {};
    const ids = input.producerIds!;
    return { consumers: this.producers.filter((p) => ids.includes(p.producerId)).map(consumed) };
  }

  private place(): SfuPlace {
    const transport = () => parameters.generateTransportRemoteParameters() as never;
    return {
      rtpCapabilities: parameters.generateRouterRtpCapabilities(),
      ...{ send: transport(), receive: transport(), producers: this.producers },
    };
  }
}

/** What is said of producers, consumers and layers. */
const told = (input: object): string[] =>
  Object.entries(input)
    .filter(([name]) => ['producerIds', 'producerId', 'consumers'].includes(name))
    .map(([, value]) => (Array.isArray(value) ? value : [value]).map(brief).join());
const brief = (value: string | { consumerId: string; spatial: number | null }): string =>
  typeof value === 'string' ? value : `${value.consumerId}:${value.spatial}`;

function consumed(producer: SfuProducer): SfuConsumer {
  const kind = producer.source === 'microphone' ? 'audio' : 'video';
  const codecMimeType = kind === 'audio' ? 'audio/opus' : 'video/VP8';
  const { rtpParameters } = parameters.generateConsumerRemoteParameters({ codecMimeType });
  const consumerId = `c-${producer.producerId}`;
  return {
    ...producer,
    ...{ consumerId, kind, hasLayers: kind === 'video' },
    rtpParameters: rtpParameters,
  };
}

async function aRoom(...producers: SfuProducer[]) {
  const server = new FakeServer();
  server.producers = producers;
  const came: string[] = [];
  const heights = new Map<string, number>();
  const names = ['first', 'second', 'third'];
  const { room, producerIds } = await SfuRoom.enter(
    {
      ask: server.ask,
      iceServers: () => Promise.resolve([{ urls: 'turn:relay', username: names.shift()! }]),
      events: {
        changed: () => undefined,
        came: (userId, lane, track) => void came.push(`${userId} ${lane} ${track ? 'on' : 'off'}`),
      },
      heightOf: (userId, lane) => heights.get(`${userId} ${lane}`),
    },
    openDevice,
  );
  return { room, producerIds, server, came, heights };
}

const without = (asked: readonly string[]) => asked.filter((each) => each !== 'sfu_connect');

describe('SfuRoom', () => {
  it('takes voices first, and begins what comes once it is there', async () => {
    const { room, producerIds, server, came } = await aRoom(sends('v'), sends('a', 'microphone'));
    expect(producerIds).toEqual(['a', 'v']);
    await room.consume(producerIds);
    expect(came.toSorted()).toEqual(['bob audio on', 'bob video on']);
    expect(without(server.asked).slice(0, 2)).toEqual(['sfu_join', 'sfu_consume a,v']);
    expect(without(server.asked).slice(2)).toEqual(['sfu_fit c-v:0,c-a:0']);
  });

  it('has what comes first begin while the way is made', async () => {
    const { room, server } = await aRoom(sends('v'), sends('a', 'microphone'));
    server.unanswered.add('sfu_connect').add('sfu_fit');
    const begun = new Promise((resolve) => {
      server.meanwhile = (name) => name === 'sfu_fit' && resolve(server.asked);
    });
    void room.consume(['v', 'a']);
    expect(await begun).toContain('sfu_consume v,a');
  });

  it('asks for what it has not, in portions', async () => {
    const many = Array.from({ length: 150 }, (_, at) => sends(`p${at}`));
    const { room, producerIds, server } = await aRoom(...many);
    await room.consume(['p0']);
    await room.consume(producerIds);
    const sizes = server.asked
      .filter((each) => each.startsWith('sfu_consume'))
      .map((each) => each.split(',').length);
    expect(sizes).toEqual([1, 100, 49]);
  });

  it('comes to fifty people by a handful of questions: a socket may ask 120 at once', async () => {
    const people = Array.from({ length: 49 }, (_, at) => `p${at}` as UserId);
    const sent = people.flatMap((userId) => [
      { ...sends(`a-${userId}`, 'microphone'), userId },
      { ...sends(`v-${userId}`), userId },
    ]);
    const { room, producerIds, server, heights } = await aRoom(...sent);
    await room.produce('audio', aTrack('audio'));
    await room.produce('video', aTrack());
    await room.consume(producerIds);
    for (const [at, userId] of people.entries()) heights.set(`${userId} video`, at < 12 ? 300 : 0);
    await room.fit();
    expect(server.asked.map((each) => each.split(' ')[0])).toEqual([
      ...['sfu_join', 'sfu_connect', 'sfu_produce', 'sfu_produce'],
      ...['sfu_consume', 'sfu_fit', 'sfu_connect', 'sfu_fit'],
    ]);
  });

  it('catches up with what came and went', async () => {
    const { room, producerIds, server, came } = await aRoom(sends('old'), sends('stays', 'screen'));
    await room.consume(producerIds);
    server.producers = [sends('stays', 'screen'), sends('new', 'microphone')];
    const before = came.length;
    await room.catchUp();
    expect(came.slice(before)).toEqual(['bob video off', 'bob audio on']);
    expect(server.asked).toContain('sfu_consume new');
  });

  it('does not show what went while it was on its way', async () => {
    const { room, producerIds, server, came } = await aRoom(sends('v'));
    server.meanwhile = (name) => {
      if (name === 'sfu_consume') room.drop('c-v');
    };
    await room.consume(producerIds);
    expect(came).toEqual([]);
    expect(server.asked).toEqual(['sfu_join', 'sfu_consume v']);
  });

  it('pauses what is not seen, and asks for layers by height, each change once', async () => {
    const { room, producerIds, server, heights } = await aRoom(sends('v'));
    await room.consume(producerIds);
    server.asked.length = 0;
    for (const height of [0, 0, 1000, 1000, 20]) {
      heights.set('bob video', height);
      await room.fit();
    }
    expect(server.asked).toEqual(['sfu_fit c-v:null', 'sfu_fit c-v:2', 'sfu_fit c-v:0']);
  });

  it('sends a track, another one in its place, and none', async () => {
    const { room, server } = await aRoom();
    const [one, other] = [aTrack(), aTrack()];
    await room.produce('video', one);
    await room.produce('video', other);
    await room.produce('video', null);
    await room.produce('video', null);
    const said = without(server.asked).slice(1);
    expect(said).toEqual(['sfu_produce', 'sfu_close mine']);
  });

  it('takes what has gone on the server already for gone', async () => {
    const { room, server } = await aRoom();
    server.refused.add('sfu_close');
    await room.produce('audio', aTrack('audio'));
    await expect(room.produce('audio', null)).resolves.toBeUndefined();
  });

  it('looks for another way by relays that take it now', async () => {
    const used: (string | undefined)[] = [];
    const update = jest
      .spyOn(FakeHandler.prototype, 'updateIceServers')
      .mockImplementation(([server]) => Promise.resolve(void used.push(server?.username)));
    const { room, producerIds, server } = await aRoom(sends('v'));
    await room.produce('audio', aTrack('audio'));
    await room.consume(producerIds);
    await room.restartIce();
    expect(server.asked.filter((each) => each === 'sfu_restart_ice')).toHaveLength(used.length);
    expect(used).toEqual(['second', 'third']);
    update.mockRestore();
  });

  it('lets go of all when it is closed', async () => {
    const { room, producerIds, came } = await aRoom(sends('v'), sends('a', 'microphone'));
    await room.consume(producerIds);
    room.close();
    expect(came.slice(2).toSorted()).toEqual(['bob audio off', 'bob video off']);
  });
});

function aTrack(kind: 'audio' | 'video' = 'video'): MediaStreamTrack {
  const track = new EventTarget() as unknown as MediaStreamTrack;
  return Object.assign(track, {
    ...{ id: kind, kind, readyState: 'live', enabled: true },
    ...{ stop: () => undefined, getSettings: () => ({ height: 720 }) },
  });
}
