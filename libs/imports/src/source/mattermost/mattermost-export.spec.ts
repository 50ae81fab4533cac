import { collected } from '../../testing/collected.js';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import * as fc from 'fast-check';
import { freely, upTo } from '../../testing/permits.js';
import { mattermostJsonl, mattermostMs, mattermostZip } from '../../testing/samples.js';
import { zipOf } from '../../testing/zip-of.js';
import type { SourceMessage } from '../import-source.js';
import { MattermostExport } from './mattermost-export.js';
import { PostSpool } from './post-spool.js';

describe('MattermostExport', () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-mattermost-'));
  let source: MattermostExport | undefined;
  let notes: string[];

  const room = { take: () => Promise.resolve() };

  afterEach(async () => {
    await source?.close();
    source = undefined;
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const open = async (content: string | Buffer, permit = freely) => {
    const path = join(folder, 'export');
    writeFileSync(path, content);
    source = await MattermostExport.open(path, mkdtempSync(join(folder, 'spool-')), room, permit);
    return source;
  };
  const said = async (key: string): Promise<SourceMessage[]> => {
    notes = [];
    const chat = source!.chats.find((one) => one.key === key)!;
    return collected(
      source!.messages(chat, {
        note: (reason, example) => notes.push(`${reason} ${example}`),
        usernameOf: ({ username }) => username,
      }),
    );
  };

  it('tells who was there and where they spoke', async () => {
    const { people, chats } = await open(mattermostJsonl());
    expect(people.get('ann')).toEqual({
      key: 'ann',
      username: 'ann',
      name: 'Ann Ames',
      email: 'ann@example.com',
    });
    expect(chats).toMatchObject([
      {
        key: 'crew/plans',
        kind: 'channel',
        visibility: 'public',
        name: 'Plans',
        topic: 'Ahead',
        memberKeys: ['ann', 'bob', 'cleo'],
      },
      { key: 'crew/den', visibility: 'private', memberKeys: ['ann'] },
      { key: 'direct:ann,bob', kind: 'group', isDirect: true, memberKeys: ['ann', 'bob'] },
    ]);
  });

  it('tells what was said in the order of time, answers in their place', async () => {
    await open(mattermostZip());
    const messages = await said('crew/plans');
    expect(messages.map(({ at, authorKey, text: words }) => [at, authorKey, words])).toEqual([
      [new Date(mattermostMs(1)).toISOString(), 'ann', 'First'],
      [new Date(mattermostMs(9)).toISOString(), 'bob', '**Later**'],
      [new Date(mattermostMs(12)).toISOString(), 'cleo', 'An answer'],
    ]);
    const [first, later, answer] = messages;
    expect(first).toMatchObject({
      isPinned: true,
      reactions: [{ emoji: '❤️', byKeys: ['bob', 'cleo'] }],
    });
    expect(answer!.rootKey).toBe(first!.key);
    expect(later!.files.map(({ name }) => name)).toEqual(['plan.txt']);
    expect(await text(await later!.files[0]!.read())).toBe('First, pack.\n');
    expect(notes).toEqual([
      'not_understood import.jsonl:12',
      'unknown_emoji :our-logo:',
      'event system_join_channel (import.jsonl:11)',
      'file_missing ../../etc/passwd (import.jsonl:9)',
    ]);
    expect((await said('direct:ann,bob')).map((one) => one.text)).toEqual(['Between us']);
  });

  it('has no contents of files without an archive', async () => {
    await open(mattermostJsonl());
    const [, later] = await said('crew/plans');
    expect(later!.files).toEqual([]);
    expect(notes).toContain('file_missing files/20200913/plan.txt (import.jsonl:9)');
  });

  it('speaks under the names that webhooks chose', async () => {
    const post = (props: object) => ({
      type: 'post',
      post: { team: 't', channel: 'c', user: 'ann', message: '', create_at: 1, props },
    });
    const boxes = { override_username: 'Builder', attachments: [{ title: 'T', text: 'green' }] };
    const lines = [{ type: 'version', version: 1 }, post(boxes)];
    await open(lines.map((line) => JSON.stringify(line)).join('\n'));
    expect(await said('t/c')).toMatchObject([{ authorKey: 'ann:Builder', text: 'T\ngreen' }]);
    expect(source!.personOf('ann:Builder')).toMatchObject({ name: 'Builder' });
    // Nobody has said that it was public.
    expect(source!.chats).toMatchObject([{ visibility: 'private' }]);
  });

  it.each([
    ['', { reason: 'not_this_source' }],
    ['{"type":"team"}\n', { reason: 'not_this_source', place: { line: 1 } }],
    ['{"type":"version","version":2}\n', { reason: 'not_this_source', place: { line: 1 } }],
    ['{"type":"version","version":1}\n{"type"', { reason: 'bad_json', place: { line: 2 } }],
  ])('refuses %j', async (content, refusal) => {
    await expect(open(content)).rejects.toMatchObject(refusal);
  });

  it('takes nothing amiss that programs have put beside a post', async () => {
    const depth = 100_000;
    const props = `{"override_username": "Builder", "deep": ${'['.repeat(depth)}${']'.repeat(depth)}}`;
    const post = { team: 'crew', channel: 'plans', user: 'ann', message: 'Hi', create_at: 1 };
    const line = JSON.stringify({ type: 'post', post }).replace(
      '"user"',
      `"props":${props},"user"`,
    );
    const lines = ['{"type":"version","version":1}', line].join('\n');
    await open(zipOf([{ name: `${'very-'.repeat(60)}long.jsonl`, content: lines }]));
    expect(await said('crew/plans')).toMatchObject([{ authorKey: 'ann:Builder', text: 'Hi' }]);
  });

  it('ends where it may read no further, though nothing was said', async () => {
    const [version] = mattermostJsonl().split('\n');
    const blanks = `${version}${'\n'.repeat(300_000)}`;
    await expect(open(blanks, upTo(200))).rejects.toThrow('No further');
    const post = { team: 'crew', channel: 'plans', user: 'ann', create_at: 1, type: 'system_join' };
    const joins = Array.from({ length: 100 }, () => JSON.stringify({ type: 'post', post }));
    await open([version, ...joins].join('\n'), upTo(64 + 99));
    await expect(said('crew/plans')).rejects.toThrow('No further');
  });

  it('refuses an archive without lines, or with two that may be meant', async () => {
    const content = mattermostJsonl();
    for (const names of [['a.txt'], ['a.jsonl', 'b.jsonl']])
      await expect(open(zipOf(names.map((name) => ({ name, content }))))).rejects.toMatchObject({
        reason: 'not_this_source',
      });
  });

  it('looks at what was said once, however often its chats are asked for', async () => {
    const { chats } = await open(mattermostJsonl());
    expect(source!.chats).toBe(chats);
  });

  it('takes so much of all chats together', async () => {
    for (const bounds of [
      { maxBytes: 1000, maxPosts: 2 },
      { maxBytes: 2, maxPosts: 1000 },
    ]) {
      const spool = new PostSpool(mkdtempSync(join(folder, 'spool-')), room, bounds);
      await spool.add('one', 1, 1);
      await spool.add('other', 2, 2);
      await expect(spool.add('third', 3, 3)).rejects.toMatchObject({ reason: 'too_much' });
    }
  });

  it('writes nothing where there is no room, and reads nothing that was cut off', async () => {
    const full = new Error('No room');
    const none = { take: () => Promise.reject(full) };
    const spool = new PostSpool(mkdtempSync(join(folder, 'spool-')), none);
    await spool.add('one', 1, 1);
    await expect(collected(spool.read('one'))).rejects.toBe(full);

    const place = mkdtempSync(join(folder, 'spool-'));
    const cut = new PostSpool(place, room);
    await cut.add('one', 1, 'said');
    await collected(cut.read('one'));
    writeFileSync(join(place, 'chat-0'), '"sa');
    await expect(collected(cut.read('one'))).rejects.toThrow('cut off');
  });

  it('sorts what is said by time, however it comes', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(3), fc.nat(50))), async (posts) => {
        const spool = new PostSpool(mkdtempSync(join(folder, 'spool-')), room);
        for (const [index, [chat, at]] of posts.entries())
          await spool.add(`${chat}`, at, { at, index });
        for (const chat of [0, 1, 2, 3]) {
          const own = posts
            .map(([of, at], index) => ({ of, at, index }))
            .filter(({ of }) => of === chat)
            .map(({ at, index }) => ({ at, index }));
          const sorted = own.toSorted((one, other) => one.at - other.at);
          expect(await collected(spool.read(`${chat}`))).toEqual(sorted);
        }
      }),
      { numRuns: 30 },
    ));
});
