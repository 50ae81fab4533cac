import { collected } from '../../testing/collected.js';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { freely, upTo } from '../../testing/permits.js';
import { slackFiles, slackSeconds, slackTime, slackTs } from '../../testing/samples.js';
import { zipOf, type PackedFile } from '../../testing/zip-of.js';
import type { SourceMessage } from '../import-source.js';
import { SlackExport } from './slack-export.js';

describe('SlackExport', () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-slack-'));
  let source: SlackExport | undefined;
  let notes: [reason: string, example: string, count: number][];

  afterEach(async () => {
    await source?.close();
    source = undefined;
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const open = async (files: readonly PackedFile[], permit = freely) => {
    writeFileSync(join(folder, 'export.zip'), zipOf(files));
    source = await SlackExport.open(join(folder, 'export.zip'), permit);
    return source;
  };
  const said = async (key: string): Promise<SourceMessage[]> => {
    notes = [];
    const chat = source!.chats.find((one) => one.key === key)!;
    return collected(
      source!.messages(chat, {
        note: (reason, example, count = 1) => notes.push([reason, example, count]),
        usernameOf: ({ username }) => (username === 'bob' ? 'bob.here' : username),
      }),
    );
  };

  it('tells who was there and where they spoke', async () => {
    const { people, chats } = await open(slackFiles);
    expect([...people.values()]).toEqual([
      { key: 'U1', username: 'ann', name: 'Ann Ames', email: 'ann@example.com' },
      { key: 'U2', username: 'bob', name: 'Bob Byrd' },
      { key: 'U3', username: 'cleo', name: 'Cleo Cox' },
    ]);
    expect(chats.map(({ key, kind, visibility, isDirect }) => [key, kind, visibility, isDirect]))
      .toEqual([
        ['C1', 'channel', 'public', false],
        ['C2', 'channel', 'public', false],
        ['G1', 'channel', 'private', false],
        ['G2', 'group', 'private', true],
        ['D1', 'group', 'private', true],
        ['D2', 'group', 'private', true],
      ]); // prettier-ignore
    expect(chats[0]).toMatchObject({
      name: 'plans',
      slug: 'plans',
      topic: 'What comes next',
      memberKeys: ['U1', 'U2', 'U3'],
      creatorKey: 'U1',
    });
  });

  it('tells what was said, day after day, in our words', async () => {
    await open(slackFiles);
    const messages = await said('C1');
    expect(messages.map(({ key, authorKey, text: words }) => [key, authorKey, words])).toEqual([
      [slackTs(0), 'U1', 'Where do we **go**, @bob.here? See [the map](https://example.com/a) 🎉'],
      [slackTs(2), 'U3', '> to the sea\n~~or not~~'],
      [slackTs(3), 'U2', 'The plan\n[far.txt](https://files.example/F2)'],
      [slackTs(2000), 'bot:B1:Builder', 'Build 7 is **green**'],
      [slackTs(2001), 'U9', 'Hello from outside'],
      [slackTs(2003), 'U1', '_waves_'],
    ]);
    const [root, reply, plan] = messages;
    expect(root).toMatchObject({
      at: slackTime(0),
      isPinned: true,
      reactions: [{ emoji: '👍', byKeys: ['U2', 'U3'] }],
    });
    expect(root).not.toHaveProperty('rootKey');
    expect(reply).toMatchObject({ rootKey: slackTs(0), isPinned: false });
    expect(plan!.files).toHaveLength(1);
    expect(plan!.files[0]).toMatchObject({ key: 'F1', name: 'plan.txt', sizeBytes: 13 });
    expect(await text(await plan!.files[0]!.read())).toBe('First, pack.\n');
    expect(source!.personOf('bot:B1:Builder').name).toBe('Builder');
    expect(source!.personOf('U9')).toEqual({ key: 'U9', username: 'zoe', name: 'Zoe Zander' });
    expect(notes).toEqual([
      ['unknown_emoji', ':partyparrot:', 1],
      ['event', 'channel_join (plans/2017-07-14.json:27)', 1],
      ['file_linked', 'far.txt (plans/2017-07-14.json:41)', 1],
      ['unknown_kind', expect.stringContaining('something_new (plans/2017-07-16.json:'), 1],
    ]);
    expect((await said('D1')).map((one) => one.text)).toEqual(['Just between us']);
    expect(await said('C2')).toEqual([]);
  });

  const spoken = (n: number, user: string, words: string) => ({
    ts: slackTs(n),
    user,
    text: words,
  });
  const lists = () => slackFiles.filter(({ name }) => !name.includes('/'));
  const dayOf = (name: string, messages: readonly object[]): PackedFile => ({
    name,
    content: JSON.stringify(messages),
  });

  it('tells all that was said at one moment, and the same once', async () => {
    const [one, other, third] = [
      spoken(0, 'U1', 'One'),
      spoken(0, 'U2', 'One'),
      spoken(0, 'U1', 'Other'),
    ];
    await open([...lists(), dayOf('plans/2017-07-14.json', [one, other, one, third, other])]);
    const messages = await said('C1');
    expect(messages.map(({ authorKey, text: words }) => [authorKey, words])).toEqual([
      ['U1', 'One'],
      ['U2', 'One'],
      ['U1', 'Other'],
    ]);
    expect(messages[0]!.key).toBe(slackTs(0));
    expect(new Set(messages.map(({ key }) => key)).size).toBe(3);
  });

  it.each([
    ['when it was made', slackSeconds - 3600, slackTime(-60)],
    [
      'before its first day where it was made later',
      slackSeconds + 9e6,
      '2017-07-13T10:00:00.000Z',
    ],
    ['before its first day where nobody knows', undefined, '2017-07-13T10:00:00.000Z'],
  ])('has a chat begin %s', async (_, created, createdAt) => {
    const channels = JSON.stringify([{ id: 'C1', name: 'plans', ...(created && { created }) }]);
    const others = lists().filter(({ name }) => name !== 'channels.json');
    const day = dayOf('plans/2017-07-14.json', [spoken(0, 'U1', 'One')]);
    const { chats } = await open([...others, { name: 'channels.json', content: channels }, day]);
    expect(chats.find(({ key }) => key === 'C1')).toMatchObject({ createdAt });
  });

  it('has a chat of two lists once, and private where one says so', async () => {
    const content = JSON.stringify([{ id: 'C1', name: 'plans', members: ['U2'] }]);
    const groups = { name: 'groups.json', content };
    const { chats } = await open([...lists().filter(({ name }) => name !== groups.name), groups]);
    const found = chats.filter(({ key }) => key === 'C1');
    expect(found).toMatchObject([{ visibility: 'private', memberKeys: ['U1', 'U2', 'U3'] }]);
  });

  it('ends where it may read no further, though nothing was said', async () => {
    const days = Array.from({ length: 20 }, (_, n) => dayOf(`plans/2017-07-${10 + n}.json`, []));
    await open([...lists(), ...days], upTo(16 * 20));
    await expect(said('C1')).rejects.toThrow('No further');
  });

  it('passes over what it does not understand, and says where', async () => {
    const odd = [{ type: 'message' }, 7, { ts: slackTs(1), user: 'U1', text: 'fine' }];
    const files = slackFiles.filter(({ name }) => !name.startsWith('plans/'));
    await open([...files, { name: 'plans/2017-07-14.json', content: JSON.stringify(odd) }]);
    expect((await said('C1')).map((one) => one.text)).toEqual(['fine']);
    expect(notes.map(([reason]) => reason)).toEqual(['not_understood', 'not_understood']);
  });

  it('refuses what is no export', async () => {
    await expect(open([{ name: 'a.txt', content: 'a' }])).rejects.toMatchObject({
      reason: 'not_this_source',
    });
    const users = (content: string) => [
      ...slackFiles.filter(({ name }) => name !== 'users.json'),
      { name: 'users.json', content },
    ];
    const refused = open(users('[{"id":"U1"},\n{"name":"no id"}]'));
    await expect(refused).rejects.toMatchObject({
      reason: 'not_this_source',
      place: { file: 'users.json', line: 2 },
    });
    await expect(open(users('[{"id":'))).rejects.toMatchObject({ reason: 'bad_json' });
  });

  it('says in which file and line there is no JSON', async () => {
    const files = slackFiles.filter(({ name }) => name !== 'plans/2017-07-15.json');
    await open([...files, { name: 'plans/2017-07-15.json', content: '[\n{"ts": }\n]' }]);
    await expect(said('C1')).rejects.toMatchObject({
      reason: 'bad_json',
      place: { file: 'plans/2017-07-15.json', line: 2 },
    });
  });
});
