import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type {
  AuditPage,
  Chat,
  ChatId,
  DataExport,
  DataExportList,
  FileLinks,
  Message,
  NotificationPage,
  RetentionPreview,
} from '@app/contracts';
import { eventually, freshDatabaseUri, readZip } from '@app/platform/testing';
import { Person } from '../people/person.js';
import { bytesOf, fetchAs, uploaded } from '../people/uploads.js';
import { purge, StoredHistory } from '../retention/stored-history.js';
import { topologies, type Deployment } from '../topologies/index.js';

const secret = 'marzipan';
const long = `${secret} ${'so much to say '.repeat(130)}`;

describe.each(topologies)('Messages that are too old, %s', (_, start) => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-retention-'));
  let deployment: Deployment;
  let stored: StoredHistory;
  let olga: Person;
  let ada: Person;
  let bob: Person;
  let chatId: ChatId;

  beforeAll(async () => {
    const [MONGODB_URI, PARLEY_FILES_DIR] = [freshDatabaseUri(), join(folder, 'files')];
    deployment = await start({ MONGODB_URI, PARLEY_FILES_DIR });
    olga = await Person.register(deployment.url, 'olga');
    ada = await Person.arrive(deployment.url, 'ada');
    bob = await Person.arrive(deployment.url, 'bob');
    stored = await StoredHistory.open(MONGODB_URI, PARLEY_FILES_DIR);
  });

  afterAll(async () => {
    for (const person of [olga, ada, bob]) expect(person.complaints).toEqual([]);
    for (const person of [ada, bob]) person.leave();
    await stored.close();
    await deployment.close();
    rmSync(folder, { recursive: true, force: true });
  });

  beforeEach(async () => {
    chatId = await ada.group('crew', bob);
  });

  const ok = async <T>(answer: Promise<{ status: number; body: unknown }>): Promise<T> => {
    const { status, body } = await answer;
    expect(String(status)).toMatch(/^2/);
    return body as T;
  };
  const rule = (days: number | null) =>
    ok(olga.put(`/api/admin/retention/chats/${chatId}`, { days, reason: 'As agreed' }));
  const row = () => ok<Chat>(bob.get(`/api/chats/${chatId}`));

  /** All that anybody could read of it, by any route. */
  async function allThatBobReads(): Promise<string> {
    const paths = [
      `/api/messages/${chatId}`,
      `/api/messages/${chatId}?aroundSeq=2`,
      `/api/messages/${chatId}?beforeSeq=9`,
      `/api/chats/${chatId}/changes?afterRev=0`,
      `/api/chats/${chatId}/files`,
      `/api/chats/${chatId}/pins`,
      `/api/search/messages?q=${secret}`,
      `/api/search?q=${secret}`,
      '/api/chats',
      '/api/notifications',
    ];
    const answers = await Promise.all(paths.map((path) => bob.get(path)));
    expect(answers.map(({ status }) => status)).toEqual(paths.map(() => 200));
    return JSON.stringify(answers.map(({ body }) => body));
  }

  it('are gone for everybody, wherever they could be found, and their room is free', async () => {
    const content = new Uint8Array(Buffer.from('a long list of things '.repeat(9000)));
    const file = await uploaded(ada, { chatId, name: `${secret}.txt`, content });
    const texts: Message[] = [];
    for (let n = 0; n < 20; n++)
      texts.push(await ada.send(chatId, `${long} @${bob.profile.username}`));
    const held = await ada.send(chatId, secret, { fileIds: [file.id] });
    await ok(ada.put(`/api/messages/${texts[0]!.id}/pin`, {}));
    await ok(bob.put(`/api/messages/${texts[1]!.id}/reactions/${encodeURIComponent('👍')}`, {}));
    await ok(ada.put(`/api/messages/${texts[2]!.id}`, { text: `${long} edited` }));
    const reply = await bob.send(chatId, 'I agree', { replyTo: held.id });
    await ada.send(chatId, 'And so do I');
    const { items: links } = await ok<FileLinks>(bob.get(`/api/files/links?ids=${file.id}`));
    await eventually(async () => expect(await allThatBobReads()).toContain(secret));
    await stored.age(chatId, held.seq, 31);
    const before = await stored.bytesOf(chatId);

    // What would go is said, and goes not by that.
    const asked = `/api/admin/retention/preview?days=30&chatId=${chatId}`;
    const said = await ok<RetentionPreview>(olga.get(asked));
    expect(said).toMatchObject({ messages: 21, files: 1, items: [{ chatId, name: 'crew' }] });
    expect(said.bytes).toBeGreaterThan(content.length + 20 * 1900);
    expect(await row()).toMatchObject({ visibleFromSeq: 1 });

    await rule(30);
    expect(await ok(bob.get(`/api/chats/${chatId}/retention`))).toEqual({ days: 30 });
    const run = await purge(olga);
    expect(run).toMatchObject({ messages: 21, files: 1, bytes: said.bytes });

    // The devices hear of it, and all that is fetched begins behind it.
    const { visibleFromSeq } = await bob.hears('history_expired', (told) => told.chatId === chatId);
    expect(visibleFromSeq).toBe(reply.seq);
    expect(await row()).toMatchObject({ visibleFromSeq, headSeq: reply.seq + 1 });
    await eventually(async () => expect(await allThatBobReads()).not.toContain(secret));
    for (const path of ['', '/context', '/history', '/receipts'])
      expect((await bob.get(`/api/messages/item/${held.id}${path}`)).status).toBe(404);
    expect(await ok(bob.get(`/api/messages/items?ids=${held.id}`))).toEqual({ items: [] });
    for (const url of [links[0]!.url, `/api/files/${file.id}`])
      expect([404, 410]).toContain((await fetchAs(bob, url)).status);
    const edit = await ada.put(`/api/messages/${texts[0]!.id}`, { text: 'again' });
    expect(edit.status).toBe(404);
    const { items } = await ok<NotificationPage>(bob.get('/api/notifications'));
    expect(items.filter((one) => one.chatId === chatId && one.kind === 'mention')).toEqual([]);
    const { id } = await ok<DataExport>(bob.post('/api/users/me/export', {}));
    expect(await exportedBy(bob, id)).not.toContain(secret);

    // A late repetition of a send is where it was.
    const { clientMsgId, seq, text } = texts[0]!;
    const again = await ok<Message>(ada.post('/api/messages', { chatId, clientMsgId, text }));
    expect(again).toMatchObject({ seq, text: '' });
    expect(await row()).toMatchObject({ headSeq: reply.seq + 1 });

    // Its room is free; what stays of a slot is its place.
    const after = await stored.bytesOf(chatId);
    expect(before.files - after.files).toBeGreaterThanOrEqual(content.length);
    expect(after.log).toBeLessThan(before.log / 3);
    await eventually(async () => {
      expect(await stored.collectionsWith(secret)).toEqual([]);
    });

    await eventually(async () => {
      const { items: entries } = await ok<AuditPage>(
        olga.get(`/api/admin/audit?targetId=${chatId}`),
      );
      expect(entries).toMatchObject([
        { action: 'retention.changed', outcome: 'done', after: { days: 30 }, reason: 'As agreed' },
      ]);
    });
  });

  it('may be all that there is: the chat goes on', async () => {
    const last = await ada.send(chatId, secret);
    await stored.age(chatId, last.seq, 31);
    await rule(30);
    await purge(olga);
    const empty = await row();
    expect(empty).toMatchObject({ visibleFromSeq: last.seq + 1, unread: 0, headSeq: last.seq });
    expect(empty).not.toHaveProperty('lastMessage');
    const next = await ada.send(chatId, 'A new beginning');
    await bob.hears('new_message', ({ id }) => id === next.id);
    expect(next.seq).toBe(last.seq + 1);
    expect(await row()).toMatchObject({ unread: 1, lastMessage: { text: 'A new beginning' } });
  });

  it('go by the rule of the workspace, which only who runs it changes', async () => {
    const last = await ada.send(chatId, secret);
    await stored.age(chatId, last.seq, 40);
    const patch = (who: Person, body: object) => who.request('PATCH', '/api/admin/retention', body);
    for (const path of ['', '/chats', `/chats/${chatId}`, '/preview'])
      expect((await ada.get(`/api/admin/retention${path}`)).status).toBe(403);
    expect((await patch(ada, { days: 1 })).status).toBe(403);
    expect((await ada.post('/api/admin/retention/purge', {})).status).toBe(403);
    for (const days of [0, -1, 1.5, 1e9, '30'])
      expect((await patch(olga, { days })).status).toBe(422);

    const { version } = await ok<{ version: number }>(patch(olga, { days: 50 }));
    expect((await patch(olga, { days: 30, version: version - 1 })).status).toBe(412);
    await purge(olga);
    expect(await row()).toMatchObject({ visibleFromSeq: 1 });
    await ok(patch(olga, { days: 30 }));
    await rule(null);
    await purge(olga);
    expect(await row()).toMatchObject({ visibleFromSeq: 1 });
    await ok(olga.delete(`/api/admin/retention/chats/${chatId}`));
    await purge(olga);
    expect(await row()).toMatchObject({ visibleFromSeq: last.seq + 1 });
    await ok(patch(olga, { days: null }));
  });

  it('leave alone what an administrator may not know', async () => {
    const { chat } = await ok<{ chat: Chat }>(
      ada.post('/api/chats', { type: 'direct', memberIds: [bob.id] }),
    ).then((body) => ({ chat: body as unknown as Chat }));
    const last = await ada.send(chat.id, secret);
    await stored.age(chat.id, last.seq, 31);
    expect((await olga.get(`/api/admin/retention/chats/${chat.id}`)).status).toBe(404);
    const put = await olga.put(`/api/admin/retention/chats/${chat.id}`, { days: 1 });
    expect(put.status).toBe(404);
    const said = await ok<RetentionPreview>(olga.get('/api/admin/retention/preview?days=30'));
    expect(said.messages).toBeGreaterThanOrEqual(1);
    expect(JSON.stringify(said)).not.toContain(chat.id);
  });

  async function exportedBy(person: Person, id: string): Promise<string> {
    await person.hears('export_ended', (ended) => ended.id === id && ended.state === 'ready');
    const { items } = await ok<DataExportList>(person.get('/api/users/me/export'));
    const { archive } = items.find((one) => one.id === id)!;
    const files = await readZip(await bytesOf(await fetchAs(person, archive!.url)));
    return [...files.values()].map((one) => one.toString()).join('\n');
  }
});
