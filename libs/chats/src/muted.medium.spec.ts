import type { Actor, Chat } from '@app/contracts';
import { eventually } from '@app/platform/testing';
import { ChatsBench } from './testing/chats-bench.js';

const until = '2090-01-01T00:00:00.000Z';
const muted = expect.objectContaining({ code: 'muted', params: { until } }) as Error;

describe('Who is muted', () => {
  let bench: ChatsBench;
  let ada: Actor;
  let ben: Actor;
  let cy: Actor;
  let crew: Chat;
  let between: Chat;

  beforeAll(async () => {
    bench = await ChatsBench.open();
    [ada, ben, cy] = bench.newcomers('ada', 'ben', 'cy');
    crew = await bench.group(ada, ben);
    between = await bench.direct(ada, ben);
    await bench.users.mute(ada.userId, until);
    await eventually(async () =>
      expect(await bench.access.of(ada, { chatId: crew.id })).toMatchObject({ mutedUntil: until }),
    );
  });

  afterAll(() => bench.close());

  it.each<[string, () => Promise<unknown>]>([
    ['begins a group', () => bench.group(ada, ben)],
    ['begins a channel', () => bench.channel(ada, 'news-of-ada')],
    ['begins a direct chat', () => bench.direct(ada, cy)],
    ['renames a chat', () => bench.chats.update(ada, { chatId: crew.id, patch: { name: 'X' } })],
    [
      'archives one',
      () => bench.chats.update(ada, { chatId: crew.id, patch: { isArchived: true } }),
    ],
    ['changes its picture', () => bench.chats.changeAvatar(ada, { chatId: crew.id, avatar: null })],
    ['deletes one', () => bench.chats.remove(ada, { chatId: crew.id })],
    ['brings somebody in', () => bench.add(ada, crew.id, cy)],
    [
      'sends somebody away',
      () => bench.members.remove(ada, { chatId: crew.id, userId: ben.userId }),
    ],
    [
      'gives a role',
      () => bench.members.changeRole(ada, { chatId: crew.id, userId: ben.userId, role: 'admin' }),
    ],
    ['makes a link', () => bench.invite(ada, crew.id)],
  ])('%s no more', async (_, attempt) => {
    await expect(attempt()).rejects.toEqual(muted);
  });

  it('reads, opens what is there, and leaves', async () => {
    expect(await bench.get(ada, crew)).toMatchObject({ name: 'Crew' });
    expect((await bench.invites.list(ada, { chatId: crew.id })).items).toEqual([]);
    expect(await bench.direct(ada, ben)).toMatchObject({ id: between.id });
    await bench.members.leave(ada, { chatId: between.id });
    const { id: chatId } = await bench.group(ben, ada);
    await bench.members.leave(ada, { chatId });
  });

  it('has taken nothing from others by what was refused', async () => {
    const { id: chatId } = await bench.channel(ben, 'news-of-ada');
    expect(chatId).not.toBe(crew.id);
    expect(await bench.direct(cy, ada)).toMatchObject({ memberCount: 2 });
  });
});
