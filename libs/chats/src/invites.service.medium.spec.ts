import { anonymous, type Actor, type InviteCode } from '@app/contracts';
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

beforeEach(() => {
  [ada, ben, cy] = bench.newcomers('ada', 'ben', 'cy');
});

describe('InvitesService', () => {
  it('brings whoever holds the link into a private chat', async () => {
    const { id: chatId } = await bench.group(ada, ben);
    const { code } = await bench.invite(ada, chatId);
    expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{32}$/);
    expect(await bench.invites.accept(cy, { code })).toMatchObject({ id: chatId, memberCount: 3 });
  });

  it('shows anybody what it leads to', async () => {
    const { id: chatId } = await bench.group(ada, ben);
    const { code, expiresAt } = await bench.invite(ada, chatId);
    expect(await bench.invites.preview(anonymous, { code })).toEqual({
      code,
      chatName: 'Crew',
      chatType: 'group',
      topic: '',
      memberCount: 2,
      inviterName: ada.userId,
      expiresAt,
    });
  });

  it('counts who accepts twice once', async () => {
    const { id: chatId } = await bench.group(ada, ben);
    const { code } = await bench.invite(ada, chatId, { maxUses: 2 });
    await bench.invites.accept(cy, { code });
    await bench.invites.accept(cy, { code });
    const { items } = await bench.invites.list(ada, { chatId });
    expect(items).toMatchObject([{ code, uses: 1, maxUses: 2 }]);
  });

  it('counts nobody who is in already', async () => {
    const { id: chatId } = await bench.group(ada, ben);
    const { code } = await bench.invite(ada, chatId, { maxUses: 1 });
    await bench.invites.accept(ben, { code });
    expect((await bench.invites.list(ada, { chatId })).items).toMatchObject([{ uses: 0 }]);
  });

  it('brings one person by a link for one, however many try at once', async () => {
    const { id: chatId } = await bench.group(ada, ben);
    const { code } = await bench.invite(ada, chatId, { maxUses: 1 });
    const many = Array.from({ length: 10 }, (_, i) => bench.newcomer(`many${i}-`));
    const tries = await Promise.allSettled(many.map((one) => bench.invites.accept(one, { code })));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const one of tries)
      if (one.status === 'rejected') expect(one.reason).toEqual(refusal('gone'));
    expect((await bench.get(ada, { id: chatId })).memberCount).toBe(3);
    await expect(bench.invites.preview(anonymous, { code })).rejects.toEqual(refusal('gone'));
  });

  it('counts who comes back after leaving anew, and lets nobody sent away in by a used one', async () => {
    const { id: chatId } = await bench.group(ada, ben);
    const { code } = await bench.invite(ada, chatId, { maxUses: 2 });
    await bench.invites.accept(cy, { code });
    await bench.members.leave(cy, { chatId });
    await bench.invites.accept(cy, { code });
    await bench.members.remove(ada, { chatId, userId: cy.userId });
    await expect(bench.invites.accept(cy, { code })).rejects.toEqual(refusal('gone'));
    await expect(bench.get(cy, { id: chatId })).rejects.toEqual(refusal('not_member'));
  });

  it('lets nobody in once it is revoked, and can be revoked again', async () => {
    const { id: chatId } = await bench.group(ada, ben);
    const { code } = await bench.invite(ada, chatId);
    await bench.invites.revoke(ada, { chatId, code });
    await bench.invites.revoke(ada, { chatId, code });
    await expect(bench.invites.accept(cy, { code })).rejects.toEqual(refusal('gone'));
    await expect(bench.invites.preview(cy, { code })).rejects.toEqual(refusal('gone'));
    expect((await bench.invites.list(ada, { chatId })).items).toEqual([]);
  });

  it('is gone with its chat', async () => {
    const { id: chatId } = await bench.group(ada, ben);
    const { code } = await bench.invite(ada, chatId);
    await bench.chats.remove(ada, { chatId });
    await expect(bench.invites.accept(cy, { code })).rejects.toEqual(refusal('gone'));
  });

  it('knows no link that was never made, and none of another chat', async () => {
    const { id: chatId } = await bench.group(ada, ben);
    const other = await bench.group(ben, ada);
    const { code } = await bench.invite(ada, chatId);
    const made = { code: 'madeup' as InviteCode };
    await expect(bench.invites.accept(cy, made)).rejects.toEqual(refusal('not_found'));
    await expect(bench.invites.preview(cy, made)).rejects.toEqual(refusal('not_found'));
    await expect(bench.invites.revoke(ben, { chatId: other.id, code })).rejects.toEqual(
      refusal('not_found'),
    );
  });
});
