import { defaultNotificationSettings, UserId, type NotificationSettings } from '@app/contracts';
import { InProcessEventBus } from '@app/platform/testing';
import type { NotificationSettingsRepository } from './notification-settings.repository.js';
import { Wishes } from './wishes.js';

const ann = UserId.parse('ann');
const bob = UserId.parse('bob');
const asUsual = defaultNotificationSettings;
const discreet: NotificationSettings = { ...asUsual, push: 'id-only' };

type Found = ReadonlyMap<UserId, NotificationSettings>;

/** A database that answers when the test says so. */
function wishesOnHold() {
  const reads: { userIds: readonly UserId[]; answer: PromiseWithResolvers<Found> }[] = [];
  const findMany = (userIds: readonly UserId[]) => {
    const answer = Promise.withResolvers<Found>();
    reads.push({ userIds, answer });
    return answer.promise;
  };
  const repository = { findMany } as unknown as NotificationSettingsRepository;
  const wishes = new Wishes(repository, new InProcessEventBus());
  return { wishes, reads };
}

describe('Wishes', () => {
  it('reads once what does not change', async () => {
    const { wishes, reads } = wishesOnHold();
    const first = wishes.of([ann]);
    reads[0]!.answer.resolve(new Map([[ann, discreet]]));
    expect((await first)(ann)).toEqual(discreet);
    expect((await wishes.of([ann]))(ann)).toEqual(discreet);
    expect(reads).toHaveLength(1);
  });

  it('does not remember what was read before a change', async () => {
    const { wishes, reads } = wishesOnHold();
    const before = wishes.of([ann]);
    wishes.forget([ann]);
    reads[0]!.answer.resolve(new Map());
    await before;
    const after = wishes.of([ann]);
    expect(reads.map(({ userIds }) => userIds)).toEqual([[ann], [ann]]);
    reads[1]!.answer.resolve(new Map([[ann, discreet]]));
    expect((await after)(ann)).toEqual(discreet);
  });

  it('takes nobody for one without wishes who is forgotten while others are read', async () => {
    const { wishes, reads } = wishesOnHold();
    const known = wishes.of([ann]);
    reads[0]!.answer.resolve(new Map([[ann, discreet]]));
    await known;
    const both = wishes.of([ann, bob]);
    wishes.forget([ann]);
    reads[1]!.answer.resolve(new Map());
    const settingsOf = await both;
    expect([ann, bob].map(settingsOf)).toEqual([discreet, asUsual]);
  });
});
