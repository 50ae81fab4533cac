import type { ChatId } from '@app/contracts';
import { eventually } from '@app/platform/testing';
import { Person } from '../people/person.js';
import { Split } from '../topologies/index.js';

describe('When a part of Parley is away', () => {
  let split: Split;
  let ada: Person;
  let ben: Person;
  let chatId: ChatId;

  beforeEach(async () => {
    split = await Split.start({ PARLEY_RPC_TIMEOUT: '1500' });
    [ada, ben] = [await Person.arrive(split.url, 'ada'), await Person.arrive(split.url, 'ben')];
    chatId = await ada.group('crew', ben);
  });

  afterEach(async () => {
    for (const person of [ada, ben]) person.leave();
    await split.close();
  });

  const send = (text: string) => ada.post('/api/messages', { chatId, text });
  const gateway = () => split.gatewayUrls[0]!;
  const breaker = async (service: string) => {
    const text = await (await fetch(`${gateway()}/metrics`)).text();
    return new RegExp(`parley_breaker_state\\{service="${service}"\\} (\\d)`).exec(text)?.[1];
  };

  it('refuses what it would answer in words and in time, and the rest works', async () => {
    await split.stopService('users');

    const began = performance.now();
    const answer = await ada.get(`/api/users/${ben.profile.id}`);
    expect(performance.now() - began).toBeLessThan(2000);
    expect(answer).toMatchObject({
      status: 503,
      body: { code: 'service_unavailable', params: { service: 'users' } },
    });

    expect((await send('still here')).status).toBe(201);
    await ben.hears('new_message', ({ text }) => text === 'still here');
    expect((await ada.get('/api/chats')).status).toBe(200);
  });

  it('stops to ask who does not answer, says so, and asks again by itself', async () => {
    expect(await breaker('users')).toBe('0');
    await split.stopService('users');
    const look = () => ada.get(`/api/users/${ben.profile.id}`);
    // Half of them are this gateway's.
    await Promise.all(Array.from({ length: 12 }, look));
    expect(await breaker('users')).toBe('2');
    const health = (await (await fetch(`${gateway()}/health/ready`)).json()) as object;
    expect(health).toMatchObject({ status: 'ready', checks: { users: 'down', messages: 'up' } });

    await split.startService('users');
    await eventually(async () => {
      expect((await look()).status).toBe(200);
      expect(await breaker('users')).toBe('0');
    });
  });
});
