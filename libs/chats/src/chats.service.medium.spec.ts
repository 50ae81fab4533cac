import { AvatarPath, chatRoom, userRoom, type Actor } from '@app/contracts';
import { eventually } from '@app/platform/testing';
import { ChatsBench } from './testing/chats-bench.js';
import { refusal } from './testing/refusal.js';

let bench: ChatsBench;
let ada: Actor;
let ben: Actor;
let cy: Actor;

beforeAll(async () => {
  bench = await ChatsBench.open();
});

afterAll(() => bench.close());

let round = 0;
beforeEach(() => {
  round++;
  [ada, ben, cy] = bench.newcomers('ada', 'ben', 'cy');
  bench.realtime.forget();
});

describe('ChatsService: kinds', () => {
  it('gives the same two people the same direct chat', async () => {
    const first = await bench.chats.create(ada, {
      type: 'direct',
      memberIds: [ben.userId],
    });
    const second = await bench.chats.create(ben, { type: 'direct', memberIds: [ada.userId] });
    expect([first.isCreated, second.isCreated]).toEqual([true, false]);
    expect(second.chat.id).toBe(first.chat.id);
    expect(first.chat).toMatchObject({ name: '', memberCount: 2, myRole: 'owner', unread: 0 });
    expect(first.chat.peer?.id).toBe(ben.userId);
    expect(second.chat.peer?.id).toBe(ada.userId);
  });

  it('makes one direct chat of two tries at once', async () => {
    const made = await Promise.all([
      bench.direct(ada, ben),
      bench.direct(ben, ada),
      bench.direct(ada, ben),
    ]);
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    expect(made[0].headSeq).toBe(1);
  });

  it('keeps notes to self in a direct chat of one', async () => {
    const notes = await bench.create(ada, { type: 'direct' });
    expect(notes).toMatchObject({ type: 'direct', memberCount: 1 });
    expect((await bench.create(ada, { type: 'direct', memberIds: [ada.userId] })).id).toBe(
      notes.id,
    );
  });

  it('makes a group with a name and its members', async () => {
    const group = await bench.group(ada, ben, cy);
    expect(group).toMatchObject({ name: 'Crew', memberCount: 3, myRole: 'owner' });
    expect(group).toMatchObject({ visibility: 'private', historyVisibility: 'joined' });
    expect((await bench.get(ben, group)).myRole).toBe('member');
  });

  it('refuses a group of one', async () => {
    await expect(bench.group(ada)).rejects.toEqual(refusal('validation_failed'));
  });

  it('refuses unknown people', async () => {
    const nobody = { ...ben, userId: `nobody${round}` as never };
    await expect(bench.group(ada, nobody)).rejects.toEqual(refusal('not_found'));
  });

  it('refuses whom there is a block with', async () => {
    bench.users.blockPair(ada, ben);
    await expect(bench.direct(ada, ben)).rejects.toEqual(refusal('blocked'));
    await expect(bench.direct(ben, ada)).rejects.toEqual(refusal('blocked'));
    await expect(bench.group(ada, cy, ben)).rejects.toEqual(refusal('blocked'));
  });

  it('gives a slug to one channel', async () => {
    const slug = `news${round}`;
    const channel = await bench.channel(ada, slug);
    expect(channel).toMatchObject({ name: slug, slug, visibility: 'public' });
    await expect(bench.channel(ben, slug)).rejects.toMatchObject({
      code: 'conflict',
      params: { field: 'slug' },
    });
    await expect(bench.channel(ada, slug)).rejects.toEqual(refusal('conflict'));
  });

  it('lets a guest make no channel', async () => {
    const guest = bench.newcomer('guest', { role: 'guest' });
    await expect(bench.channel(guest, `g${round}`)).rejects.toEqual(refusal('forbidden'));
    const byOldToken: Actor = { ...guest, role: 'member' };
    await expect(bench.channel(byOldToken, `g${round}`)).rejects.toEqual(refusal('forbidden'));
  });

  it('is made by those whom the workspace lets make one', async () => {
    const eventBus = bench.facts;
    const mod = bench.newcomer('mod', { role: 'moderator' });
    await bench.settings.set({ channelsBy: 'admins', groupsBy: 'moderators' }, eventBus);
    let tries = 0;
    await eventually(() =>
      expect(bench.channel(mod, `tried${round}-${++tries}`)).rejects.toEqual(refusal('forbidden')),
    );
    await expect(bench.group(ada, ben)).rejects.toEqual(refusal('forbidden'));
    expect((await bench.group(mod, ben)).type).toBe('group');
    const admin = bench.newcomer('admin', { role: 'admin' });
    expect((await bench.channel(admin, `made${round}`)).type).toBe('channel');
    // Two who talk to each other are asked by nobody.
    await bench.chats.create(ada, { type: 'direct', memberIds: [mod.userId] });
    await bench.settings.set({ channelsBy: 'everybody', groupsBy: 'everybody' }, eventBus);
    await eventually(async () => expect((await bench.group(ada, ben)).type).toBe('group'));
  });

  it('appears with those who came, and with nobody else', async () => {
    const { id } = await bench.group(ada, ben);
    for (const { userId } of [ada, ben]) {
      const [heard] = bench.realtime.heard(userRoom(userId), 'chat_created');
      expect(heard).toMatchObject({ id, myRole: userId === ada.userId ? 'owner' : 'member' });
      expect(bench.realtime.said).toContainEqual({ admitted: userRoom(userId), to: chatRoom(id) });
    }
    expect(bench.realtime.heard(userRoom(cy.userId), 'chat_created')).toEqual([]);
  });
});

describe('ChatsService: reading', () => {
  it('answers members, and neither strangers nor for what is not there', async () => {
    const group = await bench.group(ada, ben);
    await expect(bench.get(cy, group)).rejects.toMatchObject({
      code: 'not_member',
      params: { chatId: group.id },
    });
    await expect(bench.get(ada, { id: 'nowhere' as never })).rejects.toEqual(refusal('not_found'));
  });

  it('lists mine only, the latest activity first, with what is unread', async () => {
    const older = await bench.group(ada, ben);
    const newer = await bench.group(ada, ben, cy);
    await bench.log.say(ada, older.id, 'hello');
    const last = await bench.log.say(ada, older.id, `are you there, @${ben.userId}?`);
    const list = await bench.list(ben);
    expect(list.map(({ id }) => id)).toEqual([older.id, newer.id]);
    expect(list[0]).toMatchObject({ unread: 2, mentions: 1, lastMessage: last, myRole: 'member' });
    expect(list[0]).toMatchObject({ updatedAt: last.createdAt, headSeq: 3, headRev: 3 });
    expect(await bench.list(cy)).toHaveLength(1);
  });

  it('pages through the list without repeating or missing one', async () => {
    const made = [];
    for (let i = 0; i < 5; i++) made.push(await bench.group(ada, ben));
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const { items, page } = await bench.chats.list(ben, { limit: 2, cursor });
      expect(items.length).toBeLessThanOrEqual(2);
      seen.push(...items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(made.map(({ id }) => id).reverse());
  });

  it('refuses a cursor that it did not make', async () => {
    const forged = { limit: 2, cursor: 'xx' };
    await expect(bench.chats.list(ada, forged)).rejects.toEqual(refusal('validation_failed'));
  });

  it('lists what moved since a time', async () => {
    await bench.group(ada, ben);
    const { updatedAt, id } = await bench.group(ada, cy);
    const since = await bench.list(ada, { updatedSince: updatedAt });
    expect(since.map((chat) => chat.id)).toContain(id);
    expect(await bench.list(ada, { updatedSince: '2999-01-01T00:00:00Z' })).toEqual([]);
  });

  it('tells by sync how far each chat has come, and the totals', async () => {
    const group = await bench.group(ada, ben);
    await bench.log.say(ada, group.id, 'one');
    await bench.log.say(ada, group.id, 'two');
    const [item] = await bench.sync(ben);
    expect(item).toMatchObject({ chatId: group.id, headSeq: 3, headRev: 3, unread: 2 });
    expect(item).toMatchObject({ lastReadSeq: 1, myRole: 'member', visibleFromSeq: 1 });
    expect(await bench.chats.totals(ben, {})).toEqual({ unread: 2, mentions: 0 });
    expect(await bench.chats.totals(ada, {})).toEqual({ unread: 0, mentions: 0 });
  });

  it('starts a sync from the beginning at the empty cursor, and refuses a made-up one', async () => {
    const group = await bench.group(ada, ben);
    const { items } = await bench.chats.sync(ben, { limit: 10, cursor: '' });
    expect(items.map(({ chatId }) => chatId)).toEqual([group.id]);
    const forged = { limit: 10, cursor: 'xx' };
    await expect(bench.chats.sync(ben, forged)).rejects.toEqual(refusal('validation_failed'));
  });
});

describe('ChatsService: changes', () => {
  it('changes a chat by its admins, with one system message, and tells everybody', async () => {
    const group = await bench.group(ada, ben);
    const patch = { name: 'New crew', topic: 'Sailing' };
    const changed = await bench.chats.update(ada, { chatId: group.id, patch });
    expect(changed).toMatchObject({ ...patch, headSeq: 2 });
    expect(changed.lastMessage?.system).toEqual({ type: 'traits_changed', changes: patch });
    const [told] = bench.realtime.heard(chatRoom(group.id), 'chat_updated');
    expect(told).toMatchObject({ chatId: group.id, rev: 2, chat: patch });
  });

  it('refuses changes by members and strangers', async () => {
    const { id: chatId } = await bench.group(ada, ben);
    const input = { chatId, patch: { name: 'Mine' } };
    await expect(bench.chats.update(ben, input)).rejects.toEqual(refusal('forbidden'));
    await expect(bench.chats.update(cy, input)).rejects.toEqual(refusal('not_member'));
  });

  it('says nothing where nothing differs', async () => {
    const { id: chatId } = await bench.group(ada, ben);
    const same = await bench.chats.update(ada, { chatId, patch: { name: 'Crew' } });
    expect(same.headSeq).toBe(1);
  });

  it('changes an avatar by its admins, and tells what it was before', async () => {
    const { id: chatId } = await bench.group(ada, ben);
    const [one, two] = ['0', '1'].map((digit) =>
      AvatarPath.parse(`/api/files/avatars/${digit.repeat(32)}`),
    );
    const change = (actor: Actor, avatar: AvatarPath | null) =>
      bench.chats.changeAvatar(actor, { chatId, avatar });
    const changed = await change(ada, one!);
    expect(changed).toMatchObject({ chat: { avatar: one, headSeq: 2 } });
    expect(changed).not.toHaveProperty('former');
    expect(await change(ada, two!)).toMatchObject({ chat: { avatar: two }, former: one });
    expect(await bench.chats.avatars(ada, { chatIds: [chatId] })).toEqual({
      items: [{ chatId, avatar: two }],
    });
    // Again, as after a lost answer: nothing is to be let go of.
    expect(await change(ada, two!)).toEqual({ chat: await bench.get(ada, { id: chatId }) });
    await expect(change(ben, null)).rejects.toEqual(refusal('forbidden'));
    await expect(change(cy, null)).rejects.toEqual(refusal('not_member'));

    const without = await change(ada, null);

    expect(without.former).toBe(two);
    expect(without.chat).not.toHaveProperty('avatar');
    expect(await bench.chats.avatars(ada, { chatIds: [chatId] })).toEqual({ items: [] });
    const heard = bench.realtime.heard(chatRoom(chatId), 'chat_updated');
    expect(heard.map(({ chat }) => chat.avatar)).toEqual([one, two, undefined]);
  });

  it('gives no avatar to a direct chat', async () => {
    const { chat } = await bench.chats.create(ada, { type: 'direct', memberIds: [ben.userId] });
    const given = bench.chats.changeAvatar(ada, { chatId: chat.id, avatar: null });
    await expect(given).rejects.toEqual(refusal('forbidden'));
  });

  it('moves a slug, and frees the former one', async () => {
    const { id: chatId } = await bench.channel(ada, `old${round}`);
    await bench.channel(ben, `taken${round}`);
    const moveTo = (slug: string) => bench.chats.update(ada, { chatId, patch: { slug } });
    await expect(moveTo(`taken${round}`)).rejects.toEqual(refusal('conflict'));
    expect((await moveTo(`new${round}`)).slug).toBe(`new${round}`);
    expect((await bench.channel(cy, `old${round}`)).slug).toBe(`old${round}`);
  });

  it('ends a group for all, by its owner alone', async () => {
    const group = await bench.group(ada, ben);
    const input = { chatId: group.id };
    await expect(bench.chats.remove(ben, input)).rejects.toEqual(refusal('forbidden'));
    await bench.chats.remove(ada, input);
    for (const { userId } of [ada, ben]) {
      expect(bench.realtime.heard(userRoom(userId), 'chat_deleted')).toEqual([input]);
      expect(bench.realtime.said).toContainEqual({
        evicted: userRoom(userId),
        from: chatRoom(group.id),
      });
    }
    await expect(bench.get(ada, group)).rejects.toEqual(refusal('not_found'));
    expect(await bench.list(ben)).toEqual([]);
    expect(await bench.access.chatIds(ben, {})).toEqual({ chatIds: [] });
  });

  it('hides a direct chat from me alone, until it goes on', async () => {
    const direct = await bench.direct(ada, ben);
    await bench.chats.remove(ada, { chatId: direct.id });
    expect(await bench.list(ada)).toEqual([]);
    expect(await bench.sync(ada)).toEqual([]);
    expect(await bench.list(ben)).toHaveLength(1);
    expect(bench.realtime.heard(userRoom(ben.userId), 'chat_deleted')).toEqual([]);
    bench.realtime.forget();
    await bench.log.say(ben, direct.id, 'hey');
    const [back] = await eventually(() => {
      const heard = bench.realtime.heard(userRoom(ada.userId), 'chat_created');
      expect(heard).toHaveLength(1);
      return heard;
    });
    expect(back).toMatchObject({ id: direct.id, unread: 1, headSeq: 2 });
    expect(await bench.list(ada)).toHaveLength(1);
  });

  it('brings a hidden direct chat back to who begins it again', async () => {
    const direct = await bench.direct(ada, ben);
    await bench.chats.remove(ada, { chatId: direct.id });
    expect((await bench.direct(ada, ben)).id).toBe(direct.id);
    expect(await bench.list(ada)).toHaveLength(1);
  });

  it('keeps my settings of a chat to me', async () => {
    const { id: chatId } = await bench.group(ada, ben);
    const mutedUntil = '2027-01-01T00:00:00.000Z';
    const patch = { isFavourite: true, favouritePlace: 2, mutedUntil };
    const mine = await bench.chats.updateSettings(ada, { chatId, patch });
    expect(mine).toEqual({ level: 'all', receipts: 'default', ...patch });
    expect(await bench.chats.settings(ada, { chatId })).toEqual(mine);
    expect(await bench.sync(ada)).toEqual([expect.objectContaining({ chatId, settings: mine })]);
    expect(await bench.chats.settings(ben, { chatId })).toMatchObject({ isFavourite: false });
    await expect(bench.chats.settings(cy, { chatId })).rejects.toEqual(refusal('not_member'));
  });

  it('tells my devices, and nobody else, that my settings of a chat changed', async () => {
    const { id: chatId } = await bench.group(ada, ben);
    bench.realtime.forget();
    const facts: unknown[] = [];
    bench.facts.listen({
      name: 'chat.changed',
      handle: (fact) => void facts.push(fact),
      missed: () => undefined,
    });
    const all = await Promise.all(
      (['all', 'mentions', 'none'] as const).map((level) =>
        bench.chats.updateSettings(ada, { chatId, patch: { level } }),
      ),
    );
    await bench.chats.updateSettings(ada, { chatId, patch: {} });

    const told = bench.realtime.heard(userRoom(ada.userId), 'chat_settings_changed');
    expect(told).toEqual(all.map((settings) => ({ chatId, settings })));
    expect(bench.realtime.said).toHaveLength(told.length);
    expect(await bench.chats.settings(ada, { chatId })).toEqual(told.at(-1)!.settings);
    await eventually(() =>
      expect(facts).toEqual(told.map(() => ({ chatId, userIds: [ada.userId] }))),
    );
  });

  it('says nothing of settings that a stranger would have', async () => {
    const { id: chatId } = await bench.group(ada, ben);
    bench.realtime.forget();
    const patch = { level: 'none' as const };
    await expect(bench.chats.updateSettings(cy, { chatId, patch })).rejects.toEqual(
      refusal('not_member'),
    );
    expect(bench.realtime.said).toEqual([]);
  });
});

describe('ChatsService: directory', () => {
  const find = async (actor: Actor, q?: string) =>
    (await bench.chats.directory(actor, { limit: 50, q })).items;

  it('shows public channels to everybody and private ones to their members', async () => {
    const slug = `dir${round}`;
    await bench.channel(ada, `${slug}-open`, { name: 'Déjà vu', topic: 'Round two' });
    await bench.channel(ada, `${slug}-secret`, { visibility: 'private', memberIds: [ben.userId] });
    const seenBy = async (actor: Actor) =>
      (await find(actor, slug)).map((entry) => [entry.slug, entry.isMember]);
    expect(await seenBy(ben)).toEqual([
      [`${slug}-open`, false],
      [`${slug}-secret`, true],
    ]);
    expect(await seenBy(cy)).toEqual([[`${slug}-open`, false]]);
  });

  it('finds beginnings of words without case and accents, and takes patterns literally', async () => {
    await bench.channel(ada, `words${round}`, { name: `Déjà${round} vu`, topic: 'Blue [Moon]' });
    expect(await find(cy, `DEJA${round}`)).toHaveLength(1);
    expect(await find(cy, '[moo')).toHaveLength(1);
    expect(await find(cy, 'eja')).toHaveLength(0);
    expect(await find(cy, '.*')).toHaveLength(0);
  });

  it('pages by slug', async () => {
    for (const letter of ['a', 'b', 'c']) await bench.channel(ada, `page${round}${letter}`);
    const q = `page${round}`;
    const first = await bench.chats.directory(cy, { limit: 2, q });
    expect(first.items).toHaveLength(2);
    const cursor = first.page.nextCursor!;
    const second = await bench.chats.directory(cy, { limit: 2, q, cursor });
    expect(second.items.map(({ slug }) => slug)).toEqual([`page${round}c`]);
    expect(second.page.hasMore).toBe(false);
  });
});
