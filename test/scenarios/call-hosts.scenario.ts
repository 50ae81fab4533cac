import type { Call, CallId, SfuPlace } from '@app/contracts';
import { Person } from '../people/person.js';
import { topologies, type Deployment } from '../topologies/index.js';
import { microphone } from './microphone.js';

describe.each(topologies)('the hosts of a call, %s', (_, start) => {
  let deployment: Deployment;
  let [ada, bob, carol, dan]: [Person, Person, Person, Person] = [] as never;
  let callId: CallId;

  beforeAll(async () => {
    deployment = await start();
    // The first one is a host of every call of theirs, as the owner of the workspace.
    await Person.register(deployment.url);
  });

  afterAll(() => deployment.close());

  /** Begun by Ada in her group; Bob and Carol have come. */
  beforeEach(async () => {
    const names = ['ada', 'bob', 'carol', 'dan'];
    const people = await Promise.all(names.map((name) => Person.arrive(deployment.url, name)));
    [ada, bob, carol, dan] = people as [Person, Person, Person, Person];
    const chatId = await ada.group('a group', bob, carol, dan);
    ({ callId } = await ada.tell('call_user', { chatId, media: 'audio' }));
    for (const who of [bob, carol]) await who.tell('call_accepted', { callId });
  });

  afterEach(() => {
    for (const person of [ada, bob, carol, dan]) {
      person.leave();
      expect(person.complaints).toEqual([]);
    }
  });

  const codeOf = async (who: Person, event: string, payload: object = {}) =>
    ((await who.ask(event, { callId, ...payload })) as { problem?: { code: string } }).problem
      ?.code;
  const partyOf = ({ parties }: Call, { id }: Person) =>
    parties.find(({ userId }) => userId === id);
  /** Into the room, with a microphone. */
  const speaks = async (who: Person, ssrc: number) => {
    const { send }: SfuPlace = await who.tell('sfu_join', { callId });
    const wish = { callId, transportId: send.id, ...microphone(ssrc) };
    return (await who.tell('sfu_produce', wish)).producerId;
  };

  it('mute one, who hears it, and whom nobody hears until they say so themselves', async () => {
    const producerId = await speaks(bob, 1111);
    await carol.tell('sfu_join', { callId });
    const audible = { audio: true, video: false, screen: false };
    await bob.tell('call_media_state', { callId, media: audible });
    await ada.tell('call_mute', { callId, userId: bob.id });
    await bob.hears('call_state', ({ call }) => partyOf(call, bob)?.muted?.by === ada.id);
    await carol.hears('call_media_state', ({ userId, media }) => userId === bob.id && !media.audio);
    const isPaused = (paused: boolean) =>
      carol.hears(
        'sfu_producer',
        (news) => news.producerId === producerId && news.isPaused === paused,
      );
    await isPaused(true);
    await bob.tell('sfu_resume', { callId, producerId });
    const { producers } = await carol.tell('sfu_join', { callId });
    expect(producers).toMatchObject([{ producerId, isPaused: true }]);
    const { call } = await bob.tell('call_unmute', { callId });
    expect(partyOf(call, bob)).not.toHaveProperty('muted');
    await carol.hears('call_state', (news) => news.call.version === call.version);
    expect((await carol.tell('sfu_join', { callId })).producers).toMatchObject([
      { producerId, isPaused: false },
    ]);
  });

  it('mute all others at once', async () => {
    const { call } = await ada.tell('call_mute', { callId });
    expect(call.parties.filter(({ muted }) => muted).map(({ userId }) => userId)).toEqual(
      expect.arrayContaining([bob.id, carol.id]),
    );
    expect(partyOf(call, ada)).not.toHaveProperty('muted');
  });

  it('put somebody out, who hears why, has nothing in the room, and does not come back', async () => {
    const producerId = await speaks(bob, 2222);
    await carol.tell('sfu_join', { callId });
    await ada.tell('call_remove', { callId, userId: bob.id });
    await bob.hears('call_state', ({ call }) => partyOf(call, bob)?.isRemoved === true);
    await carol.hears('sfu_producer_closed', (news) => news.producerId === producerId);
    expect(await codeOf(bob, 'sfu_join')).toBe('forbidden');
    expect(await codeOf(bob, 'call_heartbeat')).toBe('call_removed');
    expect(await codeOf(bob, 'call_accepted')).toBe('call_removed');
    const other = await bob.tell('call_user', { userId: dan.id, media: 'audio' });
    expect(other.call.state).toBe('ringing');
  });

  it('lock it: it rings nowhere any more, and takes in nobody but them', async () => {
    await dan.hears('call_incoming');
    const { call } = await ada.tell('call_lock', { callId, isLocked: true });
    expect(call).toMatchObject({ isLocked: true });
    await dan.hears('call_declined', (news) => news.callId === callId);
    expect(await codeOf(dan, 'call_accepted')).toBe('call_locked');
    await bob.tell('end_call', { callId });
    expect(await codeOf(bob, 'call_accepted')).toBe('call_locked');
    await ada.tell('end_call', { callId });
    expect(await codeOf(ada, 'call_accepted')).toBeUndefined();
    await ada.tell('call_lock', { callId, isLocked: false });
    expect(await codeOf(dan, 'call_accepted')).toBeUndefined();
  });

  it('lower hands, which people raise for themselves', async () => {
    await bob.tell('call_hand', { callId, isRaised: true });
    const { call } = await carol.tell('call_hand', { callId, isRaised: true });
    const [first, second] = [bob, carol].map((who) => partyOf(call, who)?.handAt ?? '');
    expect(first! <= second!).toBe(true);
    await ada.hears('call_state', (news) => partyOf(news.call, carol)?.handAt !== undefined);
    await ada.tell('call_hand', { callId, userId: bob.id, isRaised: false });
    await bob.hears('call_state', ({ call: now }) => {
      return now.version > call.version && partyOf(now, bob)?.handAt === undefined;
    });
    const { call: left } = await carol.tell('end_call', { callId });
    expect(left.parties.some(({ handAt }) => handAt !== undefined)).toBe(false);
  });
});
