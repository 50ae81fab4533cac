import { UserId, type Fact } from '@app/contracts';
import { InProcessEventBus } from '@app/platform/testing';
import type { NotificationSettingsRepository } from './notification-settings.repository.js';
import { Wishes } from './wishes.js';

const bob = UserId.parse('bob');

/** All that was ready to go on has gone on. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

/** How often the words of all were read, and somebody who hears of changes. */
function watching() {
  const keywords = jest.fn(() => Promise.resolve(new Map([[bob, ['release']]])));
  const bus = new InProcessEventBus();
  const wishes = new Wishes({ keywords } as unknown as NotificationSettingsRepository, bus);
  wishes.onModuleInit();
  const watchers = async (about: Omit<Fact<'notifications.changed'>, 'userIds'>) => {
    await bus.publish('notifications.changed', { userIds: [bob], ...about });
    await settled();
    return wishes.watchers('A release');
  };
  return { keywords, watchers };
}

describe('Words that are watched for', () => {
  it.each([
    ['stay known', 'where they have not changed', { hasNewKeywords: false }, 1],
    ['are read again', 'where they have changed', { hasNewKeywords: true }, 3],
    ['are read again', 'where nobody says whether they have', {}, 3],
  ])('%s %s', async (_, __, about, times) => {
    const { keywords, watchers } = watching();
    for (let n = 0; n < 3; n++) expect(await watchers(about)).toEqual([bob]);
    expect(keywords).toHaveBeenCalledTimes(times);
  });
});
