import {
  chatPermissions,
  chatRoom,
  ChatRole,
  may,
  userRoom,
  type Actor,
  type ChatId,
  type ChatPermission,
} from '@app/contracts';
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

describe('MembersService', () => {
  it('adds people, who see the chat from then on', async () => {
    const { id: chatId } = await bench.group(ada, ben);
    await bench.log.say(ada, chatId, 'before');
    await bench.add(ben, chatId, cy, ben);
    const chat = await bench.get(cy, { id: chatId });
    expect(chat).toMatchObject({ visibleFromSeq: 3, unread: 0, memberCount: 3, myRole: 'member' });
    expect(chat.lastMessage?.system).toEqual({ type: 'members_added', userIds: [cy.userId] });
    expect(bench.realtime.heard(userRoom(cy.userId), 'chat_created')).toHaveLength(1);
    expect(bench.realtime.heard(chatRoom(chatId), 'chat_updated')).toMatchObject([
      { rev: 3, chat: { memberCount: 3 } },
    ]);
  });

  it('says nothing when all are in already', async () => {
    const { id: chatId } = await bench.group(ada, ben);
    await bench.add(ada, chatId, ben);
    expect((await bench.get(ada, { id: chatId })).headSeq).toBe(1);
  });

  it('refuses to add the blocked, the unknown and the 257th', async () => {
    const { id: chatId } = await bench.group(ada, ben);
    bench.users.blockPair(ben, cy);
    await expect(bench.add(ben, chatId, cy)).rejects.toEqual(refusal('blocked'));
    const unknown = { ...cy, userId: 'unknown' as never };
    await expect(bench.add(ben, chatId, unknown)).rejects.toEqual(refusal('not_found'));
    const crowd = Array.from({ length: 255 }, () => bench.newcomer('p'));
    for (let i = 0; i < 2; i++)
      await bench.add(ada, chatId, ...crowd.slice(i * 100, i * 100 + 100));
    await expect(bench.add(ada, chatId, ...crowd.slice(200))).rejects.toMatchObject({
      code: 'conflict',
      params: { field: 'memberIds' },
    });
    await bench.add(ada, chatId, ...crowd.slice(200, 254));
    expect((await bench.get(ada, { id: chatId })).memberCount).toBe(256);
  });

  it('removes somebody, who hears nothing more', async () => {
    const { id: chatId } = await bench.group(ada, ben, cy);
    await bench.members.remove(ada, { chatId, userId: ben.userId });
    await expect(bench.get(ben, { id: chatId })).rejects.toEqual(refusal('not_member'));
    const room = userRoom(ben.userId);
    expect(bench.realtime.said).toContainEqual({ evicted: room, from: chatRoom(chatId) });
    expect(bench.realtime.heard(room, 'chat_deleted')).toEqual([{ chatId }]);
    await bench.members.remove(ada, { chatId, userId: ben.userId });
    expect((await bench.get(ada, { id: chatId })).memberCount).toBe(2);
  });

  it('lets nobody remove the owner', async () => {
    const { id: chatId } = await bench.group(ada, ben);
    await bench.members.changeRole(ada, { chatId, userId: ben.userId, role: 'admin' });
    await expect(bench.members.remove(ben, { chatId, userId: ada.userId })).rejects.toEqual(
      refusal('forbidden'),
    );
  });

  it('hands a group over before its owner leaves', async () => {
    const { id: chatId } = await bench.group(ada, ben);
    await expect(bench.members.leave(ada, { chatId })).rejects.toMatchObject({
      code: 'conflict',
      params: { field: 'owner' },
    });
    await bench.members.changeRole(ada, { chatId, userId: ben.userId, role: 'owner' });
    expect((await bench.get(ada, { id: chatId })).myRole).toBe('admin');
    await bench.members.leave(ada, { chatId });
    await expect(bench.get(ada, { id: chatId })).rejects.toEqual(refusal('not_member'));
    expect((await bench.get(ben, { id: chatId })).myRole).toBe('owner');
  });

  it('changes no role of the owner, and of nobody who is not in', async () => {
    const { id: chatId } = await bench.group(ada, ben);
    const changeRole = (userId: Actor['userId']) =>
      bench.members.changeRole(ada, { chatId, userId, role: 'member' });
    await expect(changeRole(ada.userId)).rejects.toEqual(refusal('forbidden'));
    await expect(changeRole(cy.userId)).rejects.toEqual(refusal('not_found'));
  });

  it('joins a public channel by oneself, and sees all of it', async () => {
    const { id: chatId } = await bench.channel(ada, `open${round}`);
    await bench.log.say(ada, chatId, 'before');
    expect(await bench.members.join(ben, { chatId })).toMatchObject({
      visibleFromSeq: 1,
      unread: 0,
      memberCount: 2,
    });
    expect((await bench.members.join(ben, { chatId })).headSeq).toBe(3);
  });

  it('joins neither a private channel nor a group nor what is not there', async () => {
    const hidden = await bench.channel(ada, `hidden${round}`, { visibility: 'private' });
    const group = await bench.group(ada, cy);
    for (const { id: chatId } of [hidden, group])
      await expect(bench.members.join(ben, { chatId })).rejects.toEqual(refusal('forbidden'));
    await expect(bench.members.join(ben, { chatId: 'nowhere' as ChatId })).rejects.toEqual(
      refusal('not_found'),
    );
  });

  it('lists members in pages', async () => {
    const { id: chatId } = await bench.group(ada, ben, cy);
    const first = await bench.members.list(cy, { chatId, limit: 2 });
    const cursor = first.page.nextCursor!;
    const second = await bench.members.list(cy, { chatId, limit: 2, cursor });
    const names = [...first.items, ...second.items].map(({ user, role }) => [user.id, role]);
    expect(names).toEqual([
      [ada.userId, 'owner'],
      [ben.userId, 'member'],
      [cy.userId, 'member'],
    ]);
  });

  it('lets nobody into a direct chat', async () => {
    const { id: chatId } = await bench.direct(ada, ben);
    await expect(bench.add(ada, chatId, cy)).rejects.toEqual(refusal('forbidden'));
  });
});

/** What to try for each permission of the table that this module guards. */
const attempts: Partial<
  Record<ChatPermission, (actor: Actor, chatId: ChatId) => Promise<unknown>>
> = {
  read: (actor, chatId) => bench.get(actor, { id: chatId }),
  changeInfo: (actor, chatId) => bench.chats.update(actor, { chatId, patch: { topic: 'T' } }),
  archive: (actor, chatId) => bench.chats.update(actor, { chatId, patch: { isArchived: true } }),
  addMembers: (actor, chatId) => bench.add(actor, chatId, bench.newcomer('new')),
  removeMembers: (actor, chatId) => bench.members.remove(actor, { chatId, userId: cy.userId }),
  changeRoles: (actor, chatId) =>
    bench.members.changeRole(actor, { chatId, userId: cy.userId, role: 'readonly' }),
  handOver: (actor, chatId) =>
    bench.members.changeRole(actor, { chatId, userId: cy.userId, role: 'owner' }),
  manageInvites: (actor, chatId) => bench.invite(actor, chatId),
  deleteChat: (actor, chatId) => bench.chats.remove(actor, { chatId }),
};

describe('The permission table', () => {
  const kinds = ['group', 'channel'] as const;
  const cases = kinds.flatMap((kind) =>
    (Object.keys(attempts) as ChatPermission[]).flatMap((permission) =>
      ChatRole.options.map((role) => ({ kind, permission, role })),
    ),
  );

  it('has an attempt for each row, but for those of other modules and leaving', () => {
    const ofMessages = ['post', 'editOwn', 'deleteOwn', 'deleteOthers', 'react', 'pin'];
    const elsewhere = [...ofMessages, 'hostCalls', 'manageWebhooks', 'leave'];
    const rows = Object.keys(chatPermissions).filter((row) => !elsewhere.includes(row));
    expect(Object.keys(attempts).sort()).toEqual(rows.sort());
  });

  it.each(cases)(
    'holds for $permission by $role in a $kind',
    async ({ kind, permission, role }) => {
      const chat =
        kind === 'group'
          ? await bench.group(ada, ben, cy)
          : await bench.channel(ada, `row${++round}`, { memberIds: [ben.userId, cy.userId] });
      if (role !== 'owner' && role !== 'member')
        await bench.members.changeRole(ada, { chatId: chat.id, userId: ben.userId, role });
      const attempt = attempts[permission]!(role === 'owner' ? ada : ben, chat.id);
      if (may(permission, kind, role)) await expect(attempt).resolves.toBeDefined();
      else await expect(attempt).rejects.toEqual(refusal('forbidden'));
      await expect(attempts[permission]!(bench.newcomer('stranger'), chat.id)).rejects.toEqual(
        refusal(permission === 'deleteChat' && role === 'owner' ? 'not_found' : 'not_member'),
      );
    },
  );
});
