import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type {
  AuditPage,
  Chat,
  ChatId,
  ChatPage,
  Import,
  ImportList,
  MemberPage,
  Message,
  User,
} from '@app/contracts';
import {
  mattermostJsonl,
  mattermostMs,
  slackFiles,
  slackTime,
  zipOf,
  type PackedFile,
} from '@app/imports/testing';
import { eventually, freshDatabaseUri } from '@app/platform/testing';
import { Person } from '../people/person.js';
import { fetchAs, uploaded } from '../people/uploads.js';
import { topologies, type Deployment } from '../topologies/index.js';

describe.each(topologies)('Imports, %s', (_, start) => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-imports-'));
  let deployment: Deployment;
  let olga: Person;
  let ann: Person;
  let bob: Person;
  let notes: ChatId;
  let tried: Import;

  beforeAll(async () => {
    deployment = await start({
      MONGODB_URI: freshDatabaseUri(),
      PARLEY_FILES_DIR: join(folder, 'files'),
      PARLEY_DATA_DIR: folder,
    });
    olga = await Person.register(deployment.url, 'olga');
    ann = await Person.arrive(deployment.url, 'ann');
    bob = await Person.register(deployment.url, 'bob');
    const { body } = await olga.post('/api/chats', { type: 'direct', memberIds: [] });
    notes = (body as Chat).id;
  });

  afterAll(async () => {
    for (const person of [olga, ann, bob]) expect(person.complaints).toEqual([]);
    ann.leave();
    await deployment.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Of people that are here: Ann by her address, Bob by his name. */
  const ofOurs = (text: string) =>
    text
      .replaceAll(/ann@example.com/gi, ann.profile.email)
      .replaceAll('"bob"', JSON.stringify(bob.profile.username));

  const slack = () =>
    zipOf(
      slackFiles.map((file): PackedFile => ({ ...file, content: ofOurs(String(file.content)) })),
    );
  const mattermost = () =>
    zipOf([
      { name: 'import.jsonl', content: ofOurs(mattermostJsonl()) },
      { name: 'data/files/20200913/plan.txt', content: 'First, pack.\n' },
    ]);

  const startOf = async (source: string, content: Buffer, isTrial = false): Promise<Import> => {
    const file = { chatId: notes, name: 'export.zip', content: new Uint8Array(content) };
    const { id: fileId } = await uploaded(olga, file);
    const { status, body } = await olga.post('/api/admin/imports', { source, fileId, isTrial });
    expect([status, (body as Import).state]).toEqual([202, 'pending']);
    return body as Import;
  };
  const read = async (id: string) => (await olga.get(`/api/admin/imports/${id}`)).body as Import;
  const ended = async (source: string, content: Buffer, isTrial = false): Promise<Import> => {
    const { id } = await startOf(source, content, isTrial);
    return eventually(async () => {
      const found = await read(id);
      expect(found.state).not.toBe('pending');
      return found;
    });
  };
  const chatsOf = async (person: Person) =>
    ((await person.get('/api/chats')).body as ChatPage).items;
  const chatCalled = async (person: Person, name: string) =>
    (await chatsOf(person)).find((chat) => chat.name === name)!;
  const spoken = async (person: Person, chatId: ChatId) =>
    (await person.log(chatId)).filter(({ kind }) => kind !== 'system');
  const userOf = async (userId: string) => (await ann.get(`/api/users/${userId}`)).body as User;
  const listed = async (person: Person) =>
    ((await person.get('/api/notifications')).body as { items: unknown[] }).items;

  it('of a trial write nothing, and say what would come in', async () => {
    const trial = await ended('slack', slack(), true);
    expect(trial).toMatchObject({
      state: 'done',
      isTrial: true,
      fileName: 'export.zip',
      progress: { chats: 6, ofChats: 6 },
      counts: { matchedPeople: 2, placeholders: 3, chats: 4, messages: 8, reactions: 2, files: 1 },
    });
    expect(trial.notes.map(({ reason }) => reason).sort()).toEqual([
      'direct_incomplete',
      'event',
      'file_linked',
      'placeholder',
      'unknown_emoji',
      'unknown_kind',
    ]);
    tried = trial;
    expect((await chatsOf(ann)).map(({ name }) => name)).not.toContain('plans');
  });

  it('bring in what was said, by whom and when, and nothing rings', async () => {
    const heardBefore = ann.heard.length;
    const done = await ended('slack', slack());
    expect(done.counts).toEqual(tried.counts);
    const plans = await chatCalled(ann, 'plans');
    expect(plans).toMatchObject({ type: 'channel', visibility: 'public', unread: 0, mentions: 0 });
    const messages = await spoken(ann, plans.id);
    expect(messages.map(({ text, createdAt }) => [text, createdAt])).toEqual([
      [
        `Where do we **go**, @${bob.profile.username}? See [the map](https://example.com/a) 🎉`,
        slackTime(0),
      ],
      ['> to the sea\n~~or not~~', slackTime(2)],
      ['The plan\n[far.txt](https://files.example/F2)', slackTime(3)],
      ['Build 7 is **green**', slackTime(2000)],
      ['Hello from outside', slackTime(2001)],
      ['_waves_', slackTime(2003)],
    ]);
    const [question, answer, plan, build] = messages as [Message, Message, Message, Message];
    expect(question).toMatchObject({ senderId: ann.id, pinnedAt: slackTime(0) });
    expect(question.reactions).toEqual([{ emoji: '👍', userIds: [bob.id, answer.senderId] }]);
    expect(answer.replyTo).toBe(question.id);
    expect(await userOf(answer.senderId)).toMatchObject({ name: 'Cleo Cox', isDeactivated: true });
    expect(await userOf(build.senderId)).toMatchObject({ name: 'Builder' });
    expect(plan.senderId).toBe(bob.id);
    const bytes = await fetchAs(ann, `/api/files/${plan.files![0]!.id}`);
    expect(await bytes.text()).toBe('First, pack.\n');

    const members = await ann.get(`/api/chats/${plans.id}/members`);
    const roles = (members.body as MemberPage).items.map(({ user, role }) => [user.id, role]);
    expect(new Map(roles as [string, string][])).toEqual(
      new Map([[ann.id, 'owner'], [bob.id, 'member']]), // prettier-ignore
    );
    // A group of two, and no direct chat that they may have.
    const between = (await chatsOf(bob)).find(({ type }) => type === 'group')!;
    expect((await spoken(bob, between.id)).map(({ text }) => text)).toEqual(['Just between us']);
    await eventually(async () => {
      const { body } = await ann.get('/api/search?q=green');
      expect(JSON.stringify(body)).toContain('green');
    });
    for (const person of [ann, bob, olga]) expect(await listed(person)).toEqual([]);
    for (const chat of await chatsOf(ann)) expect([chat.unread, chat.mentions]).toEqual([0, 0]);
    const heard = ann.heard.slice(heardBefore).map(({ event }) => event);
    expect(heard).not.toContain('notification');
    expect(heard).not.toContain('message_edited');
  });

  it('again bring in nothing twice', async () => {
    const before = await chatsOf(ann);
    const again = await ended('slack', slack());
    expect(again.counts).toMatchObject({ chats: 0, messages: 0 });
    expect(again.notes).toContainEqual(
      expect.objectContaining({ reason: 'chat_present', count: 4 }),
    );
    expect(await chatsOf(ann)).toEqual(before);
  });

  it('of Mattermost come the same way, beside what there is', async () => {
    const { state, counts, notes: noted } = await ended('mattermost', mattermost());
    expect([state, counts.chats, counts.messages, counts.files]).toEqual(['done', 3, 5, 1]);
    expect(noted.map(({ reason }) => reason)).toContain('file_missing');
    const plans = await chatCalled(ann, 'Plans');
    expect(plans).toMatchObject({ slug: 'plans-2', unread: 0 });
    const messages = await spoken(ann, plans.id);
    expect(messages.map(({ text }) => text)).toEqual(['First', '**Later**', 'An answer']);
    expect(messages[0]).toMatchObject({ createdAt: new Date(mattermostMs(1)).toISOString() });
    expect(messages[2]!.replyTo).toBe(messages[0]!.id);
    const den = await chatCalled(ann, 'Den');
    expect((await bob.get(`/api/chats/${den.id}`)).status).toBe(403);
  });

  it('say what is wrong with a source, and where', async () => {
    const { state, refusal } = await ended('slack', mattermost());
    expect([state, refusal]).toEqual(['failed', { reason: 'not_this_source' }]);
    const broken = zipOf([
      ...slackFiles.filter(({ name }) => name !== 'channels.json'),
      { name: 'channels.json', content: '[{"id": "C9"},\n{"id": }]' },
    ]);
    expect((await ended('slack', broken)).refusal).toEqual({
      reason: 'bad_json',
      file: 'channels.json',
      line: 2,
    });
  });

  it('are of owners alone, of files of their own, and written down', async () => {
    expect((await ann.get('/api/admin/imports')).status).toBe(403);
    const { items } = (await olga.get('/api/admin/imports')).body as ImportList;
    const { id: fileId } = await uploaded(ann, {
      chatId: (await chatCalled(ann, 'plans')).id,
      name: 'a.zip',
      content: new Uint8Array(slack()),
    });
    const order = { source: 'slack', fileId, isTrial: true };
    expect((await olga.post('/api/admin/imports', order)).status).toBe(403);
    expect((await olga.delete(`/api/admin/imports/${items[0]!.id}`)).status).toBe(204);
    expect((await olga.get(`/api/admin/imports/${items[0]!.id}`)).status).toBe(404);
    await eventually(async () => {
      const { body } = await olga.get('/api/admin/audit?action=import.started');
      expect((body as AuditPage).items.length).toBeGreaterThan(4);
      expect((body as AuditPage).items.at(-1)).toMatchObject({
        actor: { id: olga.id },
        target: { kind: 'import' },
        after: { source: 'slack', fileName: 'export.zip' },
      });
    });
  });
});
