import { once } from 'node:events';
import type { ChatId } from '@app/contracts';
import { eventually } from '@app/platform/testing';
import { Person, type Answer } from '../people/person.js';
import { serviceNames, Split, type ServiceName } from '../topologies/here.js';

/** Until a service that does not answer is given up, in ms. Others may stand still for less. */
const rpcTimeoutMs = 6000;

/** A question to a service, by the name that it has in problems, health and metrics. */
type Question = readonly [asked: string, ask: () => Promise<Answer>];

describe('When a service is away, all of it', () => {
  let split: Split;
  let ada: Person;
  let ben: Person;
  let chatId: ChatId;
  let questions: Record<ServiceName, readonly Question[]>;

  beforeAll(async () => {
    split = await Split.start({ PARLEY_RPC_TIMEOUT: String(rpcTimeoutMs) });
    [ada, ben] = [await Person.arrive(split.url, 'ada'), await Person.arrive(split.url, 'ben')];
    chatId = await ada.group('crew', ben);
    questions = {
      users: [
        ['users', () => ada.get(`/api/users/${ben.id}`)],
        ['users', () => ada.get('/api/users/search?q=ben')],
      ],
      auth: [['auth', () => ada.get('/api/auth/sessions')]],
      files: [['files', () => ada.get('/api/files/quota')]],
      calls: [['calls', () => ada.get('/api/calls')]],
      notifications: [['notifications', () => ada.get('/api/notifications')]],
      // An odd number: when they are asked again, each meets the other gateway.
      chat: [
        ['chats', () => ada.get('/api/chats')],
        ['chats', () => ada.get('/api/sync')],
        ['messages', () => ada.get(`/api/messages/${chatId}`)],
        ['messages', () => ada.post('/api/messages', { chatId, text: 'still here' })],
        ['search', () => ada.get('/api/search/messages?q=still')],
        ['search', () => ada.get('/api/search?q=still')],
        ['invites', () => ada.get(`/api/chats/${chatId}/invites`)],
      ],
    };
  }, 60_000);

  afterAll(async () => {
    for (const person of [ada, ben]) person.leave();
    await split.close();
  });

  const gateway = () => split.gatewayUrls[0]!;
  const breaker = async (service: string) => {
    const text = await (await fetch(`${gateway()}/metrics`)).text();
    return new RegExp(`parley_breaker_state\\{service="${service}"\\} (\\d)`).exec(text)?.[1];
  };
  /** Open, or, a second later, about to let one through to see. */
  const notClosed = expect.stringMatching(/^[12]$/) as string;
  const health = async () => (await fetch(`${gateway()}/health/ready`)).json();
  const others = (name: ServiceName) =>
    serviceNames.filter((other) => other !== name).flatMap((other) => questions[other]);
  /** The services whose questions do not succeed. */
  const failing = async (asked: readonly Question[]) => {
    const answers = await Promise.all(asked.map(([, ask]) => ask()));
    return asked.map(([service]) => service).filter((_, i) => answers[i]!.status > 201);
  };
  /** Before a second service could have been given up after the first: nobody waits for two. */
  const inTime = ([, ask]: Question) => Promise.race([ask(), givenUpTwice()]);
  /** One after the other, as the calls would be: a machine that is late with them is late here. */
  const givenUpTwice = async () => {
    for (let n = 0; n < 2; n++) await once(AbortSignal.timeout(rpcTimeoutMs), 'abort');
  };

  /** Until the gateway asks it no more. Every other request is the other gateway's. */
  const give = ([, ask]: Question) => Promise.all(Array.from({ length: 12 }, ask));

  it.each(serviceNames)(
    'says so in time where %s would answer, and the rest works; then it is back by itself',
    async (name) => {
      const mine = questions[name];
      const asked = new Set(mine.map(([service]) => service));
      await split.stopService(name);

      for (const [i, answer] of (await Promise.all(mine.map(inTime))).entries()) {
        const why = { code: 'service_unavailable', params: { service: mine[i]![0] } };
        expect(answer).toMatchObject({ status: 503, body: why });
      }
      expect(await failing(others(name))).toEqual([]);

      await Promise.all(mine.map(give));
      for (const service of asked)
        expect([service, await breaker(service)]).toEqual([service, notClosed]);
      const down = Object.fromEntries([...asked].map((service) => [service, 'down']));
      const up = Object.fromEntries(others(name).map(([service]) => [service, 'up']));
      expect(await health()).toMatchObject({ status: 'ready', checks: { ...up, ...down } });

      await split.startService(name);
      await eventually(async () => {
        expect(await failing(mine)).toEqual([]);
        for (const service of asked) expect(await breaker(service)).toBe('0');
      });
    },
    120_000,
  );
});
