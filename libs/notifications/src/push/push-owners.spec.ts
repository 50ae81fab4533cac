import { UserId, type Fact } from '@app/contracts';
import { aUser } from '@app/contracts/testing';
import { eventually, InProcessEventBus } from '@app/platform/testing';
import type { PushDevicesRepository } from './push-devices.repository.js';
import { PushOwners } from './push-owners.js';

const ann = UserId.parse('ann');

/** All that was ready to go on has gone on. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

/** A database that looks at what is stored when it is asked, and answers when the test says so. */
function ownersOnHold() {
  const stored = new Set<UserId>();
  const asked: { answer: () => void }[] = [];
  const ownersAmong = () => {
    const { promise, resolve } = Promise.withResolvers<UserId[]>();
    const found = [...stored];
    asked.push({ answer: () => resolve(found) });
    return promise;
  };
  const owners = () => Promise.resolve([...stored]);
  const devices = { owners, ownersAmong } as unknown as PushDevicesRepository;
  return { stored, asked, owners: new PushOwners(devices, new InProcessEventBus()) };
}

describe('PushOwners', () => {
  it('knows the last state, whichever of two looks is answered first', async () => {
    const { stored, asked, owners } = ownersOnHold();
    await owners.all();
    stored.add(ann);
    const first = owners.refresh([ann]);
    await settled();
    stored.delete(ann);
    const second = owners.refresh([ann]);
    await settled();
    // The newest that there is, then all that are left.
    asked.at(-1)!.answer();
    await settled();
    for (const { answer } of asked) answer();
    await Promise.all([first, second]);
    expect(asked).toHaveLength(2);
    expect([...(await owners.all())]).toEqual([]);
  });

  it('tells of those who were not known', async () => {
    const { stored, asked, owners } = ownersOnHold();
    await owners.all();
    stored.add(ann);
    for (const late of [[ann], []]) {
      const refreshed = owners.refresh([ann]);
      await settled();
      asked.at(-1)!.answer();
      expect(await refreshed).toEqual(late);
    }
  });

  it('reads all anew after it could not look at those who have changed', async () => {
    const stored = new Set<UserId>();
    const ownersAmong = () => Promise.reject(new Error('Away'));
    const all = () => Promise.resolve([...stored]);
    const devices = { owners: all, ownersAmong } as unknown as PushDevicesRepository;
    const owners = new PushOwners(devices, new InProcessEventBus());
    await owners.all();
    stored.add(ann);
    await expect(owners.refresh([ann])).rejects.toThrow('Away');
    expect([...(await owners.all())]).toEqual([ann]);
  });

  it('forgets the devices of who is deactivated, and of nobody else', async () => {
    const removed: UserId[] = [];
    const removeAllOf = (userId: UserId) => Promise.resolve(void removed.push(userId));
    const facts = new InProcessEventBus();
    new PushOwners({ removeAllOf } as unknown as PushDevicesRepository, facts).onModuleInit();
    const told: UserId[] = [];
    const handle = ({ userIds }: Fact<'notifications.changed'>) => void told.push(...userIds);
    facts.listen({ name: 'notifications.changed', handle, missed: () => undefined });
    await facts.publish('user.updated', aUser('bob'));
    await facts.publish('user.updated', { ...aUser('ann'), isDeactivated: true });
    await eventually(() => expect(told).toEqual([aUser('ann').id]));
    expect(removed).toEqual([aUser('ann').id]);
    await facts.close();
  });
});
