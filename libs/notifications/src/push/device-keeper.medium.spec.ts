import { UserId } from '@app/contracts';
import { NotificationsBench, person } from '../testing/notifications-bench.js';
import { PushBrowser } from '../testing/push-browser.js';
import { DeviceKeeper } from './device-keeper.js';
import { PushDevicesRepository } from './push-devices.repository.js';

const day = 86_400_000;
const endpoint = 'https://push.example.com/1';
const bob = UserId.parse('bob');

let bench: NotificationsBench;

beforeAll(async () => (bench = await NotificationsBench.open()));
afterAll(() => bench.close());

const subscribe = () =>
  bench.api.subscribe(person('bob'), { endpoint, keys: new PushBrowser().keys });

const known = async () => (await bench.app.get(PushDevicesRepository).of(bob))[0]!;

const hear = async (posted: 'later' | 'taken', triesLeft: number) =>
  bench.app.get(DeviceKeeper).hear(await known(), posted, triesLeft);

/** All tries of one push have failed. */
async function failAll() {
  await expect(hear('later', 1)).rejects.toThrow();
  await expect(hear('later', 0)).rejects.toThrow();
}

describe('DeviceKeeper', () => {
  beforeEach(subscribe);

  it('has a push tried again until its last try, and none of a device that is silent', async () => {
    await failAll();
    await expect(hear('later', 8)).resolves.toBeUndefined();
    expect(await known()).toMatchObject({ isSilent: true });
  });

  it('forgets a device after three days of silence, and no earlier', async () => {
    await failAll();
    bench.clock.pass(3 * day - 1);
    await hear('later', 8);
    expect(await bench.devicesOf('bob')).toBe(1);
    bench.clock.pass(1);
    await hear('later', 8);
    expect(await bench.devicesOf('bob')).toBe(0);
  });

  it.each([
    ['takes something', () => hear('taken', 8)],
    ['subscribes again', () => subscribe()],
  ])('has hope again for one that %s', async (_, answer) => {
    await failAll();
    await answer();
    bench.clock.pass(4 * day);
    await expect(hear('later', 8)).rejects.toThrow();
    expect(await bench.devicesOf('bob')).toBe(1);
  });
});
