import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import type { ChatId } from '@app/contracts';
import { io } from 'socket.io-client';
import { Person } from '../people/person.js';
import { topologies, type Deployment } from '../topologies/index.js';

const long = 'x'.repeat(8001);
const loneSurrogate = 'half a smile \ud83d';

/** `[what is wrong, the fields that differ from a good message]`. */
const badMessages: readonly (readonly [string, Record<string, unknown>])[] = [
  ['8,001 characters', { text: long }],
  ['no text', { text: undefined }],
  ['blank text', { text: '  \n ' }],
  ['a number as text', { text: 42 }],
  ['an array as text', { text: ['hi'] }],
  ['an operator as text', { text: { $gt: '' } }],
  ['an unknown field', { loud: true }],
  ['a dollar field', { $where: '1' }],
  ['a prototype', { ['__proto__']: { text: 'other' } }],
  ['a constructor', { constructor: { prototype: { isAdmin: true } } }],
  ['a prototype far inside', { text: [{ deep: [{ ['__proto__']: {} }] }] }],
  ['a lone surrogate', { text: loneSurrogate }],
  ['a null character', { text: 'a\0b' }],
  ['an operator as chatId', { chatId: { $ne: null } }],
  ['an empty clientMsgId', { clientMsgId: '' }],
  ['a clientMsgId of 65', { clientMsgId: 'x'.repeat(65) }],
  ['a clientMsgId with a lone surrogate', { clientMsgId: '\udc00' }],
  ['an operator as clientMsgId', { clientMsgId: { $regex: '.*' } }],
];

/** `[what is wrong, method, path, body]`: refused as `validation_failed`. */
const badRequests: readonly (readonly [string, string, string, unknown])[] = [
  ['an operator as password', 'POST', '/api/auth/login', { username: 'a', password: { $gt: '' } }],
  ['an operator as name', 'POST', '/api/auth/login', { username: { $ne: 1 }, password: 'x' }],
  ['two names', 'POST', '/api/auth/login', { username: 'a', email: 'a@b.c', password: 'x' }],
  ['no name', 'POST', '/api/auth/login', { password: 'x' }],
  ['a role at registration', 'POST', '/api/auth/register', { username: 'a', role: 'owner' }],
  ['an unknown kind of chat', 'POST', '/api/chats', { type: 'party', memberIds: [] }],
  ['a group without a name', 'POST', '/api/chats', { type: 'group', memberIds: [] }],
  ['an operator among members', 'POST', '/api/chats', { type: 'direct', memberIds: [{ $ne: 1 }] }],
  ['300 members', 'POST', '/api/chats', { type: 'group', name: 'x', memberIds: many(300) }],
  ['a limit of 101', 'GET', '/api/chats?limit=101', undefined],
  ['a limit of nonsense', 'GET', '/api/chats?limit=ten', undefined],
  ['an operator in the query', 'GET', '/api/users/search?q[$ne]=a', undefined],
  ['a forged cursor', 'GET', '/api/chats?cursor=%7B%22%24gt%22%3A1%7D', undefined],
  ['a batch of none', 'POST', '/api/messages/batch', { items: [] }],
];

function many(count: number): string[] {
  return Array.from({ length: count }, (_, n) => `u${n}`);
}

describe.each(topologies)('hostile input, %s', (_, start) => {
  let deployment: Deployment;
  let ada: Person;
  let chatId: ChatId;

  beforeAll(async () => {
    deployment = await start({ CLIENT_URL: 'https://chat.example' });
    ada = await Person.arrive(deployment.url, 'ada');
    chatId = await ada.direct(await Person.register(deployment.url, 'bob'));
  });

  afterAll(async () => {
    expect(ada.complaints).toEqual([]);
    ada.leave();
    await deployment.close();
  });

  const headSeq = async () => (await ada.chat(chatId)).headSeq;

  it.each(badMessages)(
    'refuses a message with %s, both ways, and stores nothing',
    async (__, bad) => {
      const before = await headSeq();
      const message = { chatId, text: 'hi', ...bad };

      const rest = await ada.post('/api/messages', message);
      const ack = await ada.ask('send_message', message);

      expect(rest).toMatchObject({ status: 422, body: { code: 'validation_failed' } });
      expect(rest.headers.get('content-type')).toContain('application/problem+json');
      expect(ack).toMatchObject({ ok: false, problem: { code: 'validation_failed' } });
      expect(await headSeq()).toBe(before);
      expect(await ada.ask('heartbeat', {})).toMatchObject({ ok: true });
    },
  );

  it('names a field that every object has as any other unknown field', async () => {
    for (const field of ['__proto__', 'constructor', 'prototype', 'loud']) {
      const message = { chatId, text: 'hi', clientMsgId: field, [field]: { isAdmin: true } };
      const named = { issues: [{ path: '', message: `Unrecognized key: "${field}"` }] };
      const rest = await ada.post('/api/messages', message);
      expect(rest).toMatchObject({ status: 422, body: { params: named } });
      const ack = await ada.ask('send_message', message);
      expect(ack).toMatchObject({ ok: false, problem: { params: named } });
    }
    expect(({} as { isAdmin?: true }).isAdmin).toBeUndefined();
  });

  it.each(badRequests)('refuses %s', async (__, method, path, body) => {
    const answer = await ada.request(method, path, body);
    expect(answer).toMatchObject({ status: 422, body: { code: 'validation_failed' } });
  });

  it.each(['$', '.*', '^a', '\\', 'a+', '(', '['])(
    'searches for %s as it is written',
    async (q) => {
      const answer = await ada.get(`/api/users/search?q=${encodeURIComponent(q)}`);
      expect(answer).toMatchObject({ status: 200, body: { items: [] } });
    },
  );

  it('takes exactly 8,000 characters', async () => {
    const { status } = await ada.post('/api/messages', { chatId, text: 'x'.repeat(8000) });
    expect(status).toBe(201);
  });

  it('refuses a body that is too large, or no JSON, or not said to be', async () => {
    const large = await ada.post('/api/messages', { chatId, text: 'x'.repeat(1 << 20) });
    expect(large).toMatchObject({ status: 413, body: { code: 'payload_too_large' } });
    const send = (body: string, type: string) =>
      fetch(`${deployment.url}/api/messages`, {
        method: 'POST',
        headers: { authorization: `Bearer ${ada.token}`, 'content-type': type },
        body,
      });
    expect((await send('{"chatId":', 'application/json')).status).toBe(422);
    expect((await send('chatId=x', 'application/x-www-form-urlencoded')).status).toBe(415);
  });

  it('refuses an event over 64 KB without dropping the socket', async () => {
    const { id } = ada.socket;
    const ack = await ada.ask('send_message', { chatId, text: 'x'.repeat(70_000) });
    expect(ack).toMatchObject({ ok: false, problem: { code: 'payload_too_large' } });
    expect(await ada.send(chatId, 'still here')).toMatchObject({ text: 'still here' });
    expect(ada.socket.id).toBe(id);
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['text', 'hi'],
    ['a list', []],
    ['bytes', Buffer.from('x')],
  ])('refuses %s as the payload of an event, and the socket goes on', async (__, payload) => {
    expect(await ada.ask('send_message', payload)).toMatchObject({ ok: false });
    expect(await ada.ask('heartbeat', {})).toMatchObject({ ok: true });
  });

  it('answers an event that does not exist', async () => {
    expect(await ada.ask('drop_tables', {})).toMatchObject({ ok: false });
    expect(await ada.ask('heartbeat', {})).toMatchObject({ ok: true });
  });

  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const forged = (header: object, secret?: string) => {
    const claims = { sub: ada.id, sid: 'x', role: 'owner', exp: 4_102_444_800 };
    const signed = `${encode(header)}.${encode(claims)}`;
    const signature = secret ? createHmac('sha256', secret).update(signed).digest('base64url') : '';
    return `${signed}.${signature}`;
  };

  it.each([
    ['no signature', () => forged({ alg: 'none', typ: 'JWT' })],
    ['another key', () => forged({ alg: 'HS256', typ: 'JWT' }, 'not the secret')],
    ['a changed payload', () => ada.token.replace(/\.[^.]+\./, `.${encode({ sub: 'x' })}.`)],
    ['nonsense', () => 'nonsense'],
    ['an empty token', () => ''],
  ])('refuses a token with %s, by REST and at the handshake', async (__, make) => {
    const headers = { authorization: `Bearer ${make()}` };
    const response = await fetch(`${deployment.url}/api/auth/me`, { headers });
    expect(response.status).toBe(401);
    const socket = io(deployment.url, {
      transports: ['websocket'],
      auth: { token: make() },
      forceNew: true,
      reconnection: false,
    });
    const [error] = (await once(socket as never, 'connect_error')) as [Error & { data: unknown }];
    expect(error.data).toMatchObject({ code: 'unauthenticated' });
    socket.close();
  });

  it('lets a foreign origin neither call nor connect', async () => {
    const from = (origin: string) => ({ headers: { origin } });
    const foreign = await fetch(`${deployment.url}/api/config`, from('https://evil.example'));
    const own = await fetch(`${deployment.url}/api/config`, from('https://chat.example'));
    expect(foreign.headers.get('access-control-allow-origin')).toBeNull();
    expect(own.headers.get('access-control-allow-origin')).toBe('https://chat.example');
    const socket = io(deployment.url, {
      transports: ['websocket'],
      auth: { token: ada.token },
      extraHeaders: { origin: 'https://evil.example' },
      forceNew: true,
      reconnection: false,
    });
    const [error] = (await once(socket as never, 'connect_error')) as [Error];
    expect(error).toBeDefined();
    socket.close();
  });
});
