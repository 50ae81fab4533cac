import type { ChatId, NotificationPage, NotificationSettings } from '@app/contracts';
import { PushEndpoint, unsubscribeToken } from '@app/notifications/testing';
import { eventually } from '@app/platform/testing';
import { Person } from '../people/person.js';
import { wideLimits } from '../processes/wide-limits.js';
import { Split } from '../topologies/here.js';
import { topologies, type Deployment } from '../topologies/index.js';

const listOf = async (person: Person): Promise<NotificationPage> =>
  (await person.get('/api/notifications?limit=100')).body as NotificationPage;

/** Once the list of somebody has so many entries. */
const listed = (person: Person, length: number) =>
  eventually(async () => {
    const page = await listOf(person);
    expect(page.items).toHaveLength(length);
    return page;
  });

describe.each(topologies)('Being told, %s', (_, start) => {
  let deployment: Deployment;
  let service: PushEndpoint;
  let ada: Person;
  let ben: Person;
  let chatId: ChatId;

  beforeAll(async () => {
    service = await PushEndpoint.start();
    deployment = await start();
  }, 60_000);

  afterAll(async () => {
    await deployment.close();
    await service.close();
  });

  beforeEach(async () => {
    [ada, ben] = await Promise.all([
      Person.arrive(deployment.url, 'ada'),
      Person.arrive(deployment.url, 'ben'),
    ]);
    chatId = await ada.group('crew', ben);
    // That they were added.
    await listed(ben, 1);
    await ben.post('/api/notifications/read', { all: true });
  });

  afterEach(() => {
    for (const person of [ada, ben]) {
      person.leave();
      expect(person.complaints).toEqual([]);
    }
  });

  it('of a mention on every device, until it is read on one of them', async () => {
    const tablet = await ben.anotherDevice();
    const { seq } = await ada.send(chatId, `@${ben.profile.username} look`);
    const isOfIt = ({ notification }: { notification: { seq: number } }) =>
      notification.seq === seq;
    for (const device of [ben, tablet]) {
      const { notification, isAlert, unread } = await device.hears('notification_created', isOfIt);
      expect(notification).toMatchObject({ kind: 'mention', chatId, fromId: ada.id });
      expect([isAlert, unread]).toEqual([true, 1]);
    }
    await ben.tell('read_message', { chatId, seq });
    await tablet.hears('notifications_read', ({ unread }) => unread === 0);
    await eventually(async () => expect((await listOf(ben)).unread).toBe(0));
    tablet.leave();
  });

  it('by mail until one click on the link of one, signed in or not', async () => {
    const wishOf = async (person: Person) =>
      (await person.get('/api/notifications/settings')).body as NotificationSettings;
    const token = unsubscribeToken(ben.id, { jwtSecret: wideLimits.JWT_SECRET });
    const path = `${deployment.url}/api/notifications/unsubscribe`;
    const urlOf = (shown: string) => `${path}?token=${shown}`;
    // As a mailbox does it: RFC 8058.
    const click = async (shown: string) => {
      const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
      return (await fetch(urlOf(shown), { method: 'POST', body })).status;
    };
    const page = await fetch(urlOf(token));
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('content-security-policy')).toContain("form-action 'self'");
    expect(await page.text()).toContain('<form method="post">');
    const inGerman = await fetch(`${urlOf(token)}&language=de`);
    expect(await inGerman.text()).toMatch(/lang="de".*Diese E-Mails beenden\?/s);
    expect(await click(token.replace(ben.id, ada.id))).toBe(403);
    expect([(await wishOf(ada)).mail, (await wishOf(ben)).mail]).toEqual([true, true]);
    expect(await click(token)).toBe(200);
    await ben.hears('notification_settings_changed', ({ mail }) => !mail);
    expect([(await wishOf(ada)).mail, (await wishOf(ben)).mail]).toEqual([true, false]);
    expect(await click(token)).toBe(200);
  });

  it('and no more of what was deleted', async () => {
    const message = await ada.send(chatId, `@${ben.profile.username} oh`);
    await listed(ben, 2);
    await ada.delete(`/api/messages/${message.id}`);
    await listed(ben, 1);
  });

  it('and nothing of a chat that they are in no more', async () => {
    await ada.send(chatId, `@${ben.profile.username} a secret`);
    await listed(ben, 2);
    await ada.delete(`/api/chats/${chatId}/members/${ben.id}`);
    // What cannot be read is left out at once, and taken off the list a moment later.
    await eventually(async () => expect((await listed(ben, 0)).unread).toBe(0));
  });

  it('by a push where no window is open, that only the device can read', async () => {
    const name = `phone-of-${ben.id}`;
    const { body } = await ben.get('/api/notifications/push');
    expect(body).toEqual({ key: expect.stringMatching(/^[\w-]{87}$/) as string, mails: false });
    const { status } = await ben.post('/api/notifications/push', service.browser(name));
    expect(status).toBe(204);
    ben.leave();
    const { seq } = await ada.send(chatId, 'Are you there?');
    // What was told just before the device was there may come to it as well.
    const ofIt = () => service.of(name).filter((pushed) => pushed.seq === seq);
    await eventually(() => expect(ofIt()).toHaveLength(1));
    expect(ofIt()[0]).toMatchObject({ type: 'show', chatId, seq, text: 'Are you there?' });
    await ben.connect();
    await ben.tell('read_message', { chatId, seq });
    await eventually(() => expect(ofIt()[1]).toEqual({ type: 'clear', chatId, seq }));
  });

  it('of a call that rings where no window is open, until it does not, and was missed', async () => {
    const name = `phone-of-${ben.id}`;
    await ben.post('/api/notifications/push', service.browser(name));
    const direct = await ada.direct(ben);
    ben.leave();
    const { callId } = await ada.tell('call_user', { chatId: direct, media: 'audio' });
    const told = () => service.of(name).filter((pushed) => pushed.chatId === direct);
    const ring = { type: 'show', cause: 'ringing_call', seq: 0, from: ada.profile.name };
    await eventually(() => expect(told()).toMatchObject([ring]));
    await ada.tell('end_call', { callId });
    const missed = { type: 'show', cause: 'missed_call', from: ada.profile.name };
    await eventually(() => {
      expect(told().slice(1)).toContainEqual({ type: 'clear', chatId: direct, seq: 0 });
      expect(told().slice(1)).toContainEqual(expect.objectContaining(missed));
      expect(told()).toHaveLength(3);
    });
    const [entry] = (await listOf(ben)).items;
    expect(entry).toMatchObject({ kind: 'missed_call', chatId: direct, isRead: false });
  });

  it('of a call to which a guest is invited, and of nothing else of its chat', async () => {
    const cy = await Person.register(deployment.url, 'cy');
    const name = `phone-of-${cy.id}`;
    await cy.post('/api/notifications/push', service.browser(name));
    const { callId } = await ada.tell('call_user', { chatId, media: 'audio' });
    await ben.tell('call_accepted', { callId });
    await ada.tell('call_invite', { callId, userId: cy.id });
    const ring = { type: 'show', cause: 'ringing_call', chatId, seq: 0, from: ada.profile.name };
    await eventually(() => expect(service.of(name)).toEqual([{ ...ring, text: '' }]));
    await cy.connect();
    await cy.tell('call_declined', { callId });
    await eventually(() => {
      expect(service.of(name)[1]).toEqual({ type: 'clear', chatId, seq: 0 });
    });
    expect((await listOf(cy)).items).toEqual([]);
    for (const person of [ada, ben]) await person.tell('end_call', { callId });
    cy.leave();
    expect(cy.complaints).toEqual([]);
  });

  it('not of what is said in a muted chat', async () => {
    const name = `phone-of-${ben.id}`;
    await ben.post('/api/notifications/push', service.browser(name));
    await ben.put(`/api/chats/${chatId}/me`, { mutedUntil: '2100-01-01T00:00:00.000Z' });
    const other = await ada.direct(ben);
    await ada.send(chatId, `@${ben.profile.username}, nothing`);
    await ada.send(other, 'Something');
    const inOther = () => service.of(name).filter((pushed) => pushed.chatId === other);
    await eventually(() => expect(inOther()).toHaveLength(1));
    expect(JSON.stringify(service.of(name))).not.toContain('nothing');
    const [entry] = (await listOf(ben)).items;
    expect(entry).toMatchObject({ kind: 'mention', chatId, isRead: false });
  });
});

describe('A notifier that is away while people talk', () => {
  it('misses nothing afterwards, and tells nothing twice', async () => {
    const split = await Split.start();
    const [ada, ben] = await Promise.all([
      Person.arrive(split.url, 'ada'),
      Person.arrive(split.url, 'ben'),
    ]);
    const chatId = await ada.group('crew', ben);
    await listed(ben, 1);
    const talk = async (from: number, to: number) => {
      for (let n = from; n < to; n++) await ada.send(chatId, `@${ben.profile.username} ${n}`);
    };
    await talk(0, 20);
    await split.stopService('notifications');
    await talk(20, 40);
    await Promise.all([split.startService('notifications'), talk(40, 60)]);

    const { items, unread } = await listed(ben, 61);
    const texts = items.slice(0, 60).map(({ text }) => Number(text.split(' ')[1]));
    expect(texts.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, n) => n));
    expect(unread).toBe(61);
    const alerts = ben.all('notification_created').filter(({ isAlert }) => isAlert);
    const ids = alerts.map(({ notification }) => notification.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const person of [ada, ben]) person.leave();
    await split.close();
  }, 120_000);
});
