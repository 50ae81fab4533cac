import { eventually } from '@app/platform/testing';
import { embedded, type Deployment } from '../topologies/index.js';
import { LiteralClient } from './literal-client.js';

describe('the ordered contract, by a client that knows nothing else', () => {
  let deployment: Deployment;
  let ada: LiteralClient;
  let bob: LiteralClient;
  let adaId: string;
  let bobId: string;
  let chatId: string;

  beforeAll(async () => {
    deployment = await embedded();
    ada = new LiteralClient(deployment.url);
    bob = new LiteralClient(deployment.url);
    adaId = (await ada.register('ada')).body.user.id;
    bobId = (await bob.register('bob')).body.user.id;
    await ada.connect();
    await bob.connect();
    chatId = (await ada.request('POST', 'chats', { type: 'direct', memberIds: [bobId] })).body.id;
  });

  afterAll(async () => {
    ada.socket.close();
    bob.socket.close();
    await deployment.close();
  });

  const heard = (client: LiteralClient, name: string, fits: (payload: never) => boolean) =>
    eventually(() => {
      const found = client.events.find((e) => e.name === name && fits(e.payload as never));
      if (!found) throw new Error(`no fitting ${name}`);
      return found.payload;
    });

  it('A1: registers, signed in, without a password anywhere', async () => {
    const carol = new LiteralClient(deployment.url);
    const { status, body } = await carol.register('carol');
    expect(status).toBe(201);
    expect(Object.keys(body)).toEqual(
      expect.arrayContaining(['user', 'accessToken', 'refreshToken', 'expiresIn']),
    );
    expect(JSON.stringify(body)).not.toMatch(/password/i);
    const again = await carol.request('POST', 'auth/register', {
      username: 'carol2',
      name: 'C',
      email: 'CAROL@parley.example',
      password: 'correct horse battery',
    });
    expect(again.status).toBe(409);
    const weak = await carol.request('POST', 'auth/register', {
      username: 'carol3',
      name: 'C',
      email: 'carol3@parley.example',
      password: 'short',
    });
    expect(weak).toMatchObject({ status: 422, body: { code: 'validation_failed' } });
    expect(weak.body.params.issues).toMatchObject([{ path: 'password' }]);
  });

  it('A2: logs in by e-mail and by name, and tells nothing about who exists', async () => {
    const client = new LiteralClient(deployment.url);
    const password = 'correct horse battery';
    for (const who of [{ email: 'ada@parley.example' }, { username: 'ada' }]) {
      const { status, body } = await client.request('POST', 'auth/login', { ...who, password });
      expect(status).toBe(200);
      expect(body.user.id).toBe(adaId);
    }
    const wrong = await client.request('POST', 'auth/login', { username: 'bob', password: 'x' });
    const unknown = await client.request('POST', 'auth/login', { username: 'zoe', password: 'x' });
    expect(wrong.status).toBe(401);
    expect(unknown.body).toEqual(wrong.body);
  });

  it('A2: refuses the sixth failure in a minute, and says when to come back', async () => {
    const client = new LiteralClient(deployment.url);
    const attempt = () =>
      client.request('POST', 'auth/login', { username: 'carol', password: 'nonsense' });
    const statuses = [];
    for (let n = 0; n < 5; n++) statuses.push((await attempt()).status);
    const sixth = await attempt();
    expect(statuses).toEqual([401, 401, 401, 401, 401]);
    expect(sixth.status).toBe(429);
    expect(Number(sixth.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('A3: logs out: the token is refused at once and its sockets are closed', async () => {
    const dan = new LiteralClient(deployment.url);
    await dan.register('dan');
    await dan.connect();
    expect((await dan.request('POST', 'auth/logout')).status).toBe(204);
    expect((await dan.request('GET', 'auth/me')).status).toBe(401);
    await eventually(() => expect(dan.socket.connected).toBe(false));
  });

  it('A4: tells who I am', async () => {
    const { status, body } = await ada.request('GET', 'auth/me');
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: adaId, username: 'ada' });
    expect((await new LiteralClient(deployment.url).request('GET', 'auth/me')).status).toBe(401);
  });

  it('A7, A8, A10: users', async () => {
    expect((await ada.request('GET', `users/${bobId}`)).body).toMatchObject({ username: 'bob' });
    expect((await ada.request('GET', `users/${bobId}`)).body.email).toBeUndefined();
    expect((await ada.request('GET', 'users/nobody')).status).toBe(404);
    expect((await bob.request('PUT', `users/${bobId}`, { name: 'Bob B.' })).status).toBe(200);
    expect((await bob.request('PUT', `users/${adaId}`, { name: 'Eve' })).status).toBe(403);
    const found = await ada.request('GET', 'users/search?q=bo');
    expect(found.body.items.map(({ id }: { id: string }) => id)).toContain(bobId);
    expect((await ada.request('GET', 'users/search?q=')).status).toBe(422);
  });

  it('A12, A24, A27: sends by REST and by socket, and all devices hear', async () => {
    const { status, body } = await ada.request('POST', 'messages', { chatId, text: 'by REST' });
    expect(status).toBe(201);
    expect(body).toMatchObject({ chatId, senderId: adaId, text: 'by REST' });
    const ack = await ada.ask('send_message', { chatId, text: 'by socket' });
    expect(ack).toMatchObject({ ok: true, message: { text: 'by socket' } });
    const message = await heard(bob, 'new_message', ({ id }) => id === ack.message.id);
    expect(message).toEqual(ack.message);
  });

  it('A11: lists the messages of a chat, oldest first', async () => {
    const { body } = await bob.request('GET', `messages/${chatId}`);
    const texts = body.items.map(({ text }: { text: string }) => text);
    expect(texts.slice(-2)).toEqual(['by REST', 'by socket']);
    const stranger = new LiteralClient(deployment.url);
    await stranger.register('eve');
    expect((await stranger.request('GET', `messages/${chatId}`)).status).toBe(403);
    expect((await stranger.request('GET', 'messages/nowhere')).status).toBe(404);
  });

  it('A13, A14, A28: edits and deletes', async () => {
    const { body } = await ada.request('POST', 'messages', { chatId, text: 'teh' });
    const edited = await ada.request('PUT', `messages/${body.id}`, { text: 'the' });
    expect(edited).toMatchObject({ status: 200, body: { text: 'the' } });
    await heard(bob, 'message_edited', ({ id, text }) => id === body.id && text === 'the');
    expect((await bob.request('PUT', `messages/${body.id}`, { text: 'x' })).status).toBe(403);
    expect((await ada.request('DELETE', `messages/${body.id}`)).status).toBe(200);
    await heard(bob, 'message_deleted', ({ id }) => id === body.id);
  });

  it('A15–A18: chats', async () => {
    const again = await bob.request('POST', 'chats', { type: 'direct', memberIds: [adaId] });
    expect(again).toMatchObject({ status: 200, body: { id: chatId } });
    const mine = await bob.request('GET', 'chats');
    expect(mine.body.items.map(({ id }: { id: string }) => id)).toContain(chatId);
    const group = await ada.request('POST', 'chats', {
      type: 'group',
      name: 'Crew',
      memberIds: [bobId],
    });
    expect(group.status).toBe(201);
    await heard(bob, 'chat_created', ({ id }) => id === group.body.id);
    const renamed = await ada.request('PUT', `chats/${group.body.id}`, { name: 'Band' });
    expect(renamed).toMatchObject({ status: 200, body: { name: 'Band' } });
    expect((await bob.request('PUT', `chats/${group.body.id}`, { name: 'x' })).status).toBe(403);
    expect((await bob.request('DELETE', `chats/${group.body.id}`)).status).toBe(403);
    expect((await ada.request('DELETE', `chats/${group.body.id}`)).status).toBe(204);
    await heard(bob, 'chat_deleted', (event) => event['chatId'] === group.body.id);
  });

  it('A23, A25: joins a chat and sees typing, but not the own', async () => {
    expect(await bob.ask('join_chat', { chatId })).toMatchObject({ ok: true });
    expect(await ada.ask('join_chat', { chatId })).toMatchObject({ ok: true });
    ada.socket.emit('typing', { chatId, isTyping: true });
    await heard(bob, 'user_typing', (event) => event['userId'] === adaId);
    expect(ada.events.filter(({ name }) => name === 'user_typing')).toEqual([]);
  });

  it('A26: reads by the id of a message', async () => {
    const { message } = await ada.ask('send_message', { chatId, text: 'read me' });
    bob.socket.emit('read_message', { messageId: message.id });
    await eventually(async () => {
      const { body } = await bob.request('GET', `chats/${chatId}`);
      expect(body.unread).toBe(0);
    });
  });

  it('A29: sees who is there', async () => {
    const { body } = await ada.request('GET', `users/${bobId}`);
    expect(body.status).toBe('online');
  });

  it('A30–A33: calls, answers, signals and ends', async () => {
    const { callId } = await ada.ask('call_user', { chatId, media: 'video' });
    await heard(bob, 'call_user', (event) => event['callId'] === callId);
    await heard(bob, 'call_incoming', (event) => event['callId'] === callId);
    expect(await bob.ask('call_accepted', { callId })).toMatchObject({ ok: true, callId });
    await heard(ada, 'call_accepted', (event) => event['callId'] === callId);
    ada.socket.emit('offer', { callId, sdp: 'v=0 offer' });
    ada.socket.emit('ice_candidate', { callId, candidate: { candidate: 'candidate:1' } });
    await heard(bob, 'offer', (event) => event['sdp'] === 'v=0 offer');
    bob.socket.emit('answer', { callId, sdp: 'v=0 answer' });
    await heard(ada, 'answer', (event) => event['sdp'] === 'v=0 answer');
    await heard(bob, 'ice_candidate', (event) => event['callId'] === callId);
    expect(await ada.ask('end_call', { callId })).toMatchObject({ ok: true });
    await heard(bob, 'call_ended', (event) => event['callId'] === callId);
    const { body } = await bob.request('GET', 'calls');
    expect(body.items[0]).toMatchObject({ id: callId, state: 'ended' });
  });
});
