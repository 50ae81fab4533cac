import type { Chat, ChatId } from '@app/contracts';
import { eventually } from '@app/platform/testing';
import { Person } from '../people/person.js';
import { embedded } from '../topologies/index.js';
import type { Deployment } from '../topologies/index.js';

describe('Chats, embedded', () => {
  let deployment: Deployment;
  let ada: Person;
  let ben: Person;
  let cy: Person;
  const everybody: Person[] = [];

  const arrive = async (name: string) => {
    const person = await Person.arrive(deployment.url, name);
    everybody.push(person);
    return person;
  };

  beforeAll(async () => {
    deployment = await embedded();
    ada = await arrive('ada');
    ben = await arrive('ben');
    cy = await arrive('cy');
  });

  afterAll(async () => {
    for (const person of everybody) person.leave();
    await deployment.close();
  });

  afterEach(() => {
    for (const person of everybody) expect(person.complaints).toEqual([]);
  });

  const chatsOf = async (person: Person) =>
    ((await person.get('/api/chats')).body as { items: Chat[] }).items;
  const here = (chatId: ChatId) => (about: { chatId: ChatId }) => about.chatId === chatId;

  it('gives everybody somewhere to type', async () => {
    await eventually(async () => {
      const kinds = (await chatsOf(ben)).map(({ type, slug }) => slug ?? type);
      expect(kinds).toEqual(expect.arrayContaining(['direct', 'general']));
    });
    const [general] = (await chatsOf(ben)).filter(({ slug }) => slug === 'general');
    const [mine] = (await chatsOf(ada)).filter(({ slug }) => slug === 'general');
    expect([general?.myRole, mine?.myRole]).toEqual(['member', 'owner']);
  });

  it('appears live with who is brought in, who hears what is said', async () => {
    const chatId = await ada.group('Crew', ben);
    expect(await ben.hears('chat_created', ({ id }) => id === chatId)).toMatchObject({
      myRole: 'member',
      unread: 0,
    });
    const said = await ada.send(chatId, 'hello');
    expect(await ben.hears('new_message', ({ id }) => id === said.id)).toEqual(said);
    expect(cy.all('chat_created').filter(({ id }) => id === chatId)).toEqual([]);
  });

  it('answers 201 for a new direct chat and 200 for the one there is', async () => {
    const first = await ada.post('/api/chats', { type: 'direct', memberIds: [cy.id] });
    const second = await cy.post('/api/chats', { type: 'direct', memberIds: [ada.id] });
    expect([first.status, second.status]).toEqual([201, 200]);
    expect((second.body as Chat).id).toBe((first.body as Chat).id);
  });

  it('says nothing more to who was removed', async () => {
    const chatId = await ada.group('Crew', ben, cy);
    await ben.tell('join_chat', { chatId });
    expect((await ada.delete(`/api/chats/${chatId}/members/${ben.id}`)).status).toBe(204);
    await ben.hears('chat_deleted', here(chatId));
    const said = await ada.send(chatId, 'without ben');
    await cy.hears('new_message', ({ id }) => id === said.id);
    expect(ben.all('new_message').filter(({ id }) => id === said.id)).toEqual([]);
    expect(await ben.ask('join_chat', { chatId })).toMatchObject({
      ok: false,
      problem: { code: 'not_member', status: 403 },
    });
    expect(await ben.ask('typing', { chatId, isTyping: true })).toMatchObject({ ok: false });
  });

  it('joins a chat again and again, and tells how things stand', async () => {
    const chatId = await ada.group('Crew', ben);
    await ada.send(chatId, 'one');
    for (let i = 0; i < 2; i++) {
      const ack = await ben.tell('join_chat', { chatId });
      expect(ack).toMatchObject({ headSeq: 2, headRev: 2, typing: [] });
      expect(ack.members.map(({ user }) => user.id).sort()).toEqual([ada.id, ben.id].sort());
    }
    await ben.tell('leave_chat', { chatId });
    expect(await ben.ask('join_chat', { chatId: 'nowhere' })).toMatchObject({
      problem: { code: 'not_found' },
    });
  });

  it('tells the others who is typing, and not the typist', async () => {
    const chatId = await ada.group('Crew', ben, cy);
    await ada.tell('join_chat', { chatId });
    await ben.tell('join_chat', { chatId });
    for (let i = 0; i < 5; i++) await ada.tell('typing', { chatId, isTyping: true });
    const news = { chatId, userId: ada.id, isTyping: true, expiresIn: 6000 };
    expect(await ben.hears('user_typing', here(chatId))).toEqual(news);
    expect(await cy.tell('join_chat', { chatId })).toMatchObject({ typing: [ada.id] });
    await ada.tell('typing', { chatId, isTyping: false });
    await cy.hears('user_typing', (typing) => here(chatId)(typing) && !typing.isTyping);
    expect(ben.all('user_typing').filter(here(chatId))).toHaveLength(2);
    expect(ada.all('user_typing').filter(here(chatId))).toEqual([]);
  });

  it('does not tell that somebody types who does not wish it', async () => {
    const chatId = await ada.group('Crew', ben);
    await ben.tell('join_chat', { chatId });
    await ada.put(`/api/users/${ada.id}`, { settings: { typing: false } });
    await ada.tell('typing', { chatId, isTyping: true });
    await ada.put(`/api/users/${ada.id}`, { settings: { typing: true } });
    expect(await ada.tell('join_chat', { chatId })).toMatchObject({ typing: [] });
    expect(ben.all('user_typing').filter(here(chatId))).toEqual([]);
  });

  it('clears the badge on my other device, and tells the others', async () => {
    const chatId = await ada.group('Crew', ben);
    const phone = await ben.anotherDevice();
    everybody.push(phone);
    const said = await ada.send(chatId, 'read me');
    const { state } = await ben.tell('read_message', { chatId, seq: said.seq });
    expect(state).toMatchObject({ lastReadSeq: said.seq, unread: 0 });
    expect(await phone.hears('read_state', here(chatId))).toEqual(state);
    await ada.hears('message_read', ({ userId, lastReadSeq }) => {
      return userId === ben.id && lastReadSeq === said.seq;
    });
    const back = await ben.tell('read_message', { chatId, seq: 1 });
    expect(back.state.lastReadSeq).toBe(said.seq);
  });

  it('takes a message for a place, for clients that know no other', async () => {
    const chatId = await ada.group('Crew', ben);
    const said = await ada.send(chatId, 'read me');
    const { state } = await ben.tell('read_message', { messageId: said.id });
    expect(state).toMatchObject({ chatId, lastReadSeq: said.seq, unread: 0 });
    expect(await cy.ask('read_message', { messageId: said.id })).toMatchObject({
      problem: { code: 'not_member' },
    });
  });

  it('hears of a chat from the moment of joining it, without connecting anew', async () => {
    const chatId = await ada.channel(`live-${process.pid}`);
    expect((await cy.post(`/api/chats/${chatId}/join`)).status).toBe(200);
    const said = await ada.send(chatId, 'welcome');
    await cy.hears('new_message', ({ id }) => id === said.id);
    expect((await cy.post(`/api/chats/${chatId}/leave`)).status).toBe(204);
    expect((await ada.post(`/api/chats/${chatId}/leave`)).status).toBe(409);
  });

  it('refuses posts into an archived chat, until an admin opens it again', async () => {
    const chatId = await ada.group('Crew', ben);
    const archive = (isArchived: boolean) => ada.put(`/api/chats/${chatId}`, { isArchived });
    expect((await archive(true)).status).toBe(200);
    expect(await ben.ask('send_message', { chatId, text: 'hi' })).toMatchObject({ ok: false });
    expect((await ben.put(`/api/chats/${chatId}`, { isArchived: false })).status).toBe(403);
    expect((await archive(false)).status).toBe(200);
    await ben.send(chatId, 'hi');
  });

  it('brings somebody in by a link, which shows where it leads to anybody', async () => {
    const chatId = await ada.group('Crew', ben);
    const made = await ada.post(`/api/chats/${chatId}/invites`, { maxUses: 1 });
    expect(made.status).toBe(201);
    const { code } = made.body as { code: string };
    const preview = await fetch(`${deployment.url}/api/invites/${code}`);
    expect(await preview.json()).toMatchObject({ chatName: 'Crew', memberCount: 2 });
    expect((await cy.post(`/api/invites/${code}/accept`)).status).toBe(200);
    expect((await cy.post(`/api/invites/${code}/accept`)).status).toBe(200);
    const late = await arrive('late');
    expect((await late.post(`/api/invites/${code}/accept`)).status).toBe(410);
  });

  it('tells after an absence which chats have moved', async () => {
    const chatId = await ada.group('Crew', cy);
    cy.leave();
    await ada.send(chatId, 'while you were away');
    await cy.connect();
    const { items } = (await cy.get('/api/sync')).body as { items: { chatId: string }[] };
    expect(items.find((item) => item.chatId === chatId)).toMatchObject({
      headSeq: 2,
      headRev: 2,
      unread: 1,
      lastReadSeq: 1,
    });
  });
});
