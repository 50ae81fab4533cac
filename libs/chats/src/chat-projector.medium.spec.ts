import type { Actor, ChatId, Message } from '@app/contracts';
import { eventually, freshDatabaseUri, MongoDatabase } from '@app/platform/testing';
import * as fc from 'fast-check';
import { ChatProjector } from './chat-projector.js';
import { ChatsRepository } from './chats.repository.js';
import { ChatsBench } from './testing/chats-bench.js';

describe('ChatProjector', () => {
  let bench: ChatsBench;
  let ada: Actor;
  let ben: Actor;
  let cy: Actor;

  beforeEach(async () => {
    bench = await ChatsBench.open({ uri: freshDatabaseUri() });
    [ada, ben, cy] = ['ada', 'ben', 'cy'].map((name) => bench.person(name)) as [
      Actor,
      Actor,
      Actor,
    ];
  });

  afterEach(() => bench.close());

  const appendUnseen = async (actor: Actor, chatId: ChatId, ...people: readonly Actor[]) => {
    bench.log.tellsFacts = false;
    const userIds = people.map(({ userId }) => userId);
    await bench.log.append(actor, {
      chatId,
      clientMsgId: `unseen-${userIds.join()}` as never,
      system: { type: 'members_added', userIds },
    });
    bench.log.tellsFacts = true;
  };

  /** The record as it is stored, which nobody's look has brought up to the log. */
  const stored = async (chatId: ChatId) => {
    const database = new MongoDatabase(bench.uri);
    const chats = new ChatsRepository(database);
    await database.open();
    const found = await chats.find(chatId);
    await database.close();
    return found;
  };

  it('repairs what a crash left between the log and its effect, before it answers', async () => {
    const group = await bench.group(ada, ben);
    await appendUnseen(ada, group.id, cy);
    expect((await bench.get(ada, group)).memberCount).toBe(3);
    expect(await bench.list(cy)).toHaveLength(1);
    expect(await bench.access.of(cy, { chatId: group.id })).toMatchObject({ role: 'member' });
  });

  it('repairs it for a process that has just started, too', async () => {
    const group = await bench.group(ada, ben);
    await appendUnseen(ada, group.id, cy);
    const { uri, log, users } = bench;
    const restarted = await ChatsBench.open({ uri, log, users });
    const access = await restarted.access.of(cy, { chatId: group.id });
    expect(access).toMatchObject({ role: 'member', visibleFromSeq: 2, hasPartialReaders: true });
    await restarted.close();
  });

  it('counts members once when two processes apply the same log', async () => {
    const group = await bench.group(ada, ben);
    const { uri, log, users } = bench;
    const other = await ChatsBench.open({ uri, log, users });
    for (let i = 0; i < 10; i++) {
      const person = bench.person(`p${i}`);
      await appendUnseen(ada, group.id, person);
      const seen = await Promise.all([bench.get(ada, group), other.get(ben, group)]);
      expect(seen.map(({ memberCount }) => memberCount)).toEqual([3 + i, 3 + i]);
    }
    await other.close();
  });

  it('applies many changes of a long log, from any point of it', async () => {
    const group = await bench.group(ada, ben);
    bench.log.tellsFacts = false;
    for (let i = 0; i < 250; i++) await bench.log.say(i % 3 ? ada : ben, group.id, `line ${i}`);
    await appendUnseen(ada, group.id, cy);
    expect(await bench.get(cy, group)).toMatchObject({ headSeq: 252, unread: 0, memberCount: 3 });
    const [forBen] = await bench.sync(ben);
    // The last line is Ben's own.
    expect(forBen).toMatchObject({ headSeq: 252, lastReadSeq: 251, unread: 0 });
  });

  it('reads no page of the log for what it was told of', async () => {
    const group = await bench.group(ada, ben);
    await bench.get(ada, group);
    const before = bench.log.pagesRead;
    // Whoever looks first, and finds what the feed has not come to yet; and the feed, unwatched.
    const feed = jest.spyOn(bench.app.get(ChatProjector), 'applyOffered').mockResolvedValue();
    for (let i = 0; i < 20; i++) await bench.log.say(ada, group.id, `line ${i}`);
    expect(await bench.get(ben, group)).toMatchObject({ headSeq: 21, unread: 20 });
    feed.mockRestore();
    await bench.log.say(ada, group.id, 'line 20');
    await eventually(async () => expect(await stored(group.id)).toMatchObject({ headSeq: 22 }));
    expect(bench.log.pagesRead).toBe(before);
  });

  describe('told by facts', () => {
    it('follows what another process wrote, whose log goes further than this one knows', async () => {
      const group = await bench.group(ada, ben);
      const said = await bench.log.say(ada, group.id, 'one');
      await eventually(async () => expect(await stored(group.id)).toMatchObject({ headSeq: 2 }));
      bench.log.freezeHeads();
      await bench.log.change(said, 'won');
      const lastMessage = { text: 'won', rev: 3 };
      await eventually(async () => expect(await stored(group.id)).toMatchObject({ lastMessage }));
      expect(await bench.get(ben, group)).toMatchObject({ headRev: 3, lastMessage });
    });

    it('goes on where another process has brought the chat further meanwhile', async () => {
      const group = await bench.group(ada, ben);
      await bench.log.say(ada, group.id, 'one');
      await eventually(async () => expect(await stored(group.id)).toMatchObject({ headSeq: 2 }));
      const { uri, log, users } = bench;
      const other = await ChatsBench.open({ uri, log, users });

      // First with a gap in what this process was told, then with changes it is told too late.
      bench.log.tellsFacts = false;
      await bench.log.say(ben, group.id, 'two');
      bench.log.tellsFacts = true;
      expect(await other.get(ben, group)).toMatchObject({ headSeq: 3, lastReadSeq: 3 });
      for (const text of ['three', 'four']) {
        await bench.log.say(ada, group.id, text);
        await other.get(ben, group);
      }
      await bench.log.say(ada, group.id, 'five');
      await eventually(async () =>
        expect(await stored(group.id)).toMatchObject({
          headSeq: 6,
          appliedRev: 6,
          lastMessage: { text: 'five' },
        }),
      );
      expect(await other.get(ben, group)).toMatchObject({ unread: 3, memberCount: 2 });
      await other.close();
    });

    it('shows a hidden direct chat again, which another process has hidden', async () => {
      const direct = await bench.direct(ada, ben);
      await bench.log.say(ada, direct.id, 'one');
      await eventually(async () => expect(await stored(direct.id)).toMatchObject({ headSeq: 2 }));
      const { uri, log, users } = bench;
      const other = await ChatsBench.open({ uri, log, users });
      await other.members.leave(ben, { chatId: direct.id });
      expect(await bench.list(ben)).toEqual([]);

      await bench.log.say(ada, direct.id, 'two');
      await eventually(async () =>
        expect(await stored(direct.id)).toMatchObject({ headSeq: 3, hiddenBy: [] }),
      );
      expect(await bench.list(ben)).toHaveLength(1);
      await other.close();
    });
  });

  it('moves mentions with the text', async () => {
    const group = await bench.group(ada, ben, cy);
    const mentions = async () =>
      Promise.all([ben, cy].map(async (who) => (await bench.get(who, group)).mentions));
    const said = await bench.log.say(ada, group.id, '@ben, please');
    expect(await mentions()).toEqual([1, 0]);
    await bench.log.change(said, '@cy, please');
    expect(await mentions()).toEqual([0, 1]);
    await bench.log.change(said, undefined);
    expect(await mentions()).toEqual([0, 0]);
  });

  it('counts no mention that was edited away or deleted before anybody looked', async () => {
    const group = await bench.group(ada, ben);
    const edited = await bench.log.say(ada, group.id, '@ben, please');
    await bench.log.change(edited, 'never mind');
    const deleted = await bench.log.say(ada, group.id, '@ben, again');
    await bench.log.change(deleted, undefined);
    const meant = await bench.log.say(ada, group.id, 'nobody');
    await bench.log.change(meant, 'and @ben after all');
    expect(await bench.get(ben, group)).toMatchObject({ unread: 2, mentions: 1 });
  });

  it('mentions nobody who is unknown, and not oneself', async () => {
    const group = await bench.group(ada, ben);
    await bench.log.say(ada, group.id, '@ada @nobody @ben');
    expect((await bench.get(ada, group)).mentions).toBe(0);
    expect((await bench.get(ben, group)).mentions).toBe(1);
  });

  it('counts unread as a recount of the log does, whatever happens in it', async () => {
    const step = fc.record({
      who: fc.constantFrom(0, 1),
      what: fc.constantFrom('say', 'say', 'say', 'delete', 'edit', 'rename', 'read'),
      where: fc.nat({ max: 50 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (story) => {
        const people = [ada, ben] as const;
        const group = await bench.group(ada, ben);
        const slots: Message[] = [group.lastMessage!];
        const marks = [1, 1];
        for (const [i, { who, what, where }] of story.entries()) {
          const actor = people[who];
          const seq = 1 + (where % slots.length);
          if (what === 'say') {
            slots.push(await bench.log.say(actor, group.id, `line ${i}`));
            marks[who] = slots.length;
          } else if (what === 'rename') {
            const patch = { name: `Crew ${i}` };
            const { lastMessage } = await bench.chats.update(ada, { chatId: group.id, patch });
            slots.push(lastMessage!);
          } else if (what === 'read') {
            await bench.reads.markRead(actor, { chatId: group.id, seq });
            marks[who] = Math.max(marks[who]!, seq);
          } else if (slots[seq - 1]!.kind === 'text') {
            const text = what === 'edit' ? `edit ${i}` : undefined;
            slots[seq - 1] = await bench.log.change(slots[seq - 1]!, text);
          }
        }
        for (const [who, actor] of people.entries()) {
          const recount = slots.filter(
            (slot) => slot.seq > marks[who]! && slot.kind === 'text' && !slot.deletedAt,
          );
          const mine = await bench.get(actor, group);
          expect(mine.unread).toBe(recount.length);
          expect(mine.lastReadSeq).toBe(marks[who]);
        }
      }),
      { numRuns: 25 },
    );
  }, 240_000);
});

describe('Welcome', () => {
  it('gives everybody notes and the general channel, once, and the first account owns it', async () => {
    const bench = await ChatsBench.open();
    const owner = bench.person('owner', { role: 'owner' });
    const ben = bench.person('ben');
    await bench.users.register('owner', { role: 'owner' });
    await bench.users.register('ben');
    await bench.users.register('ben');
    await bench.users.register('owner', { role: 'owner' });
    const names = async (actor: Actor) =>
      (await bench.list(actor)).map(({ name, type, myRole }) => [type, name, myRole]).sort();
    await eventually(async () => {
      expect(await names(ben)).toEqual([
        ['channel', 'General', 'member'],
        ['direct', '', 'owner'],
      ]);
      expect(await names(owner)).toEqual([
        ['channel', 'General', 'owner'],
        ['direct', '', 'owner'],
      ]);
    });
    await bench.close();
  });

  it('brings those into the general channel who were greeted just before it was there', async () => {
    const bench = await ChatsBench.open();
    const ben = bench.person('ben');
    await bench.users.register('ben');
    const kindsOf = async () => (await bench.list(ben)).map(({ type }) => type).sort();
    await eventually(async () => expect(await kindsOf()).toEqual(['direct']));
    await bench.users.register('owner', { role: 'owner' });
    await eventually(async () => expect(await kindsOf()).toEqual(['channel', 'direct']));
    await bench.close();
  });

  it('does not bring back a general channel that was removed', async () => {
    const bench = await ChatsBench.open();
    const owner = bench.person('owner', { role: 'owner' });
    await bench.users.register('owner', { role: 'owner' });
    const general = await eventually(async () => {
      const found = (await bench.list(owner)).find(({ type }) => type === 'channel');
      expect(found).toBeDefined();
      return found!;
    });
    await bench.chats.remove(owner, { chatId: general.id });
    const ben = bench.person('ben');
    await bench.users.register('ben');
    await eventually(async () => expect(await bench.list(ben)).toHaveLength(1));
    expect((await bench.list(ben))[0]!.type).toBe('direct');
    await bench.close();
  });
});
