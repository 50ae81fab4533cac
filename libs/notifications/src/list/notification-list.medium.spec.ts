import { UserId } from '@app/contracts';
import { NotificationsBench, person } from '../testing/notifications-bench.js';
import { NotificationsRepository } from './notifications.repository.js';

const bob = UserId.parse('bob');

let bench: NotificationsBench;

beforeEach(async () => (bench = await NotificationsBench.open()));
afterEach(() => bench.close());

/** Whoever counts next has their answer when `letGo` says so; others count meanwhile. */
function holdNextCount() {
  const entries = bench.app.get(NotificationsRepository);
  const count = entries.unreadOf.bind(entries);
  const [counted, letGo] = [Promise.withResolvers<true>(), Promise.withResolvers<true>()];
  jest.spyOn(entries, 'unreadOf').mockImplementationOnce(async (userIds) => {
    const counts = await count(userIds);
    counted.resolve(true);
    await letGo.promise;
    return counts;
  });
  return { counted: counted.promise, letGo: () => letGo.resolve(true) };
}

/** Ann names bob in a chat of theirs; resolves when it is told. */
function mention(name: string): Promise<void> {
  const chatId = bench.chats.chat(name, 'group', 'ann', 'bob');
  const message = bench.chats.say(chatId, 'ann', { text: 'Hello @bob' });
  return bench.deliver('message.created', message);
}

const readAll = () => bench.api.read(person('bob'), { all: true });

describe('NotificationList', () => {
  it('has told the right count in the end, where it was read while it was told', async () => {
    const { counted, letGo } = holdNextCount();
    const told = mention('one');
    await counted;
    await readAll();
    letGo();
    await told;
    expect(bench.heard.badgeOf(bob)).toBe(0);
  });

  it('has told the right count in the end, where more came while it was read', async () => {
    await mention('one');
    const { counted, letGo } = holdNextCount();
    const read = readAll();
    await counted;
    await mention('two');
    letGo();
    await read;
    expect(bench.heard.badgeOf(bob)).toBe(1);
    expect((await bench.list('bob')).map(({ isRead }) => isRead).sort()).toEqual([false, true]);
  });

  it('tells no count a second time that nobody has changed', async () => {
    await mention('one');
    expect(bench.heard.by(bob, 'notifications_read')).toEqual([]);
    await readAll();
    expect(bench.heard.by(bob, 'notifications_read')).toEqual([{ unread: 0 }]);
  });
});
