import { callClientEvents, sfuClientEvents, type CallId } from '@app/contracts';
import { Person } from '../people/person.js';
import { topologies, type Deployment } from '../topologies/index.js';

type CallEvent = Exclude<keyof typeof callClientEvents, keyof typeof sfuClientEvents>;

const media = { audio: true, video: true, screen: false };

/** What each event says beside the call and the device. Whom anybody may call, others say. */
const said: Record<Exclude<CallEvent, 'call_user'>, object> = {
  call_ringing: {},
  call_accepted: {},
  call_declined: {},
  end_call: {},
  call_heartbeat: { isConnected: true },
  call_media_state: { media },
  offer: { sdp: 'stolen' },
  answer: { sdp: 'stolen' },
  ice_candidate: { candidate: null },
};
const events = Object.keys(said) as (keyof typeof said)[];

/** What any device may say of a call to its person. */
const ofThePerson: readonly string[] = ['call_ringing', 'call_accepted', 'call_declined'];
const ofTheDevice = events.filter((event) => !ofThePerson.includes(event));
const signals = ['offer', 'answer', 'ice_candidate'] as const;

describe.each(topologies)('who may speak in a call, %s', (_, start) => {
  let deployment: Deployment;
  let ada: Person;
  let bob: Person;
  let eve: Person;
  /** Bob's, in the session of the device that is in the call. */
  let tablet: Person;
  /** Bob's, signed in once more. */
  let elsewhere: Person;
  const deviceId = 'phone';

  beforeAll(async () => {
    deployment = await start();
  });

  afterAll(() => deployment.close());

  beforeEach(async () => {
    const arriving = ['ada', 'bob', 'eve'].map((name) => Person.arrive(deployment.url, name));
    [ada, bob, eve] = (await Promise.all(arriving)) as [Person, Person, Person];
    tablet = await bob.anotherDevice();
    elsewhere = await signedInAgain(bob);
  });

  afterEach(() => {
    for (const person of [ada, bob, eve, tablet, elsewhere]) {
      person.leave();
      expect(person.complaints).toEqual([]);
    }
  });

  const ringing = async (): Promise<CallId> =>
    (await ada.tell('call_user', { userId: bob.id, media: 'audio' })).callId;
  const answered = async (): Promise<CallId> => {
    const callId = await ringing();
    await bob.tell('call_accepted', { callId, deviceId });
    await bob.tell('call_heartbeat', { callId, deviceId, isConnected: true });
    return callId;
  };

  /** What is answered to each event: the code of a problem, or nothing. */
  const refusals = async (
    who: Person,
    callId: CallId,
    what: readonly (keyof typeof said)[] = events,
    device = deviceId,
  ) => {
    const codes: (string | undefined)[] = [];
    for (const event of what) {
      const ack = await who.ask(event, { callId, deviceId: device, ...said[event] });
      codes.push((ack as { problem?: { code: string } }).problem?.code);
    }
    return codes;
  };
  const forbidden = (what: readonly string[] = events) => what.map(() => 'forbidden');

  it('knows every event', () => {
    const ofMedia = Object.keys(sfuClientEvents);
    expect(['call_user', ...events, ...ofMedia].sort()).toEqual(
      Object.keys(callClientEvents).sort(),
    );
  });

  it('lets nobody else say anything, at any time', async () => {
    const first = await ringing();
    expect(await refusals(eve, first)).toEqual(forbidden());
    await ada.tell('end_call', { callId: first });
    const callId = await answered();
    expect(await refusals(eve, callId)).toEqual(forbidden());
    await ada.tell('end_call', { callId });
    expect(await refusals(eve, callId)).toEqual(forbidden());
  });

  it('tells nobody else of it', async () => {
    const callId = await answered();
    await ada.tell('offer', { callId, sdp: 'for Bob' });
    await refusals(eve, callId);
    await ada.tell('end_call', { callId });
    // Whatever was on its way has come before this.
    await ada.tell('call_user', { userId: eve.id, media: 'audio' });
    await eve.hears('call_incoming');
    expect(JSON.stringify(eve.heard)).not.toContain(callId);
    expect(JSON.stringify((await eve.get('/api/calls')).body)).not.toContain(callId);
  });

  it('lets nobody who is called speak to the other end before they answer', async () => {
    const callId = await ringing();
    const what = [...signals, 'call_media_state', 'call_heartbeat'] as const;
    expect(await refusals(bob, callId, what)).toEqual(forbidden(what));
  });

  it('lets one device speak, not another one, and none that has its name elsewhere', async () => {
    const callId = await answered();
    expect(await refusals(tablet, callId, ofTheDevice, 'tablet')).toEqual(forbidden(ofTheDevice));
    expect(await refusals(elsewhere, callId, ofTheDevice)).toEqual(forbidden(ofTheDevice));
    expect(await refusals(elsewhere, callId, ['call_accepted', 'call_declined'])).toEqual([
      'conflict',
      undefined,
    ]);
    const { call } = await bob.tell('call_heartbeat', { callId, deviceId });
    expect(call).toMatchObject({ state: 'active' });
  });

  it('says what is said to one device to no other, whatever they ask', async () => {
    const callId = await answered();
    await refusals(tablet, callId, ofTheDevice, 'tablet');
    await refusals(elsewhere, callId, ofTheDevice);
    await ada.tell('offer', { callId, sdp: 'for Bob' });
    await bob.hears('offer');
    await ada.tell('end_call', { callId });
    // On the same way as what was said before.
    for (const person of [tablet, elsewhere]) await person.hears('call_ended');
    expect(bob.all('offer')).toEqual([{ callId, sdp: 'for Bob' }]);
    for (const person of [ada, tablet, elsewhere])
      expect(signals.flatMap((event) => person.all(event))).toEqual([]);
  });
});

/** The same person in a session of its own. */
async function signedInAgain(person: Person): Promise<Person> {
  const { username } = person.profile;
  const credentials = { username, password: person.password };
  const { body } = await person.post('/api/auth/login', credentials);
  const other = await person.anotherDevice();
  other.token = (body as { accessToken: string }).accessToken;
  await other.connect();
  return other;
}
