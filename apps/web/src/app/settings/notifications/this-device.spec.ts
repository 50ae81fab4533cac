import { TestBed } from '@angular/core/testing';
import { ConnectionLost } from '@app/web-realtime';
import { Session } from '@app/web-session';
import { ThisDevice } from './this-device';

const globals = globalThis as Record<string, unknown>;

/** A browser that has subscribed, and a server that answers a deletion so. */
async function aDevice(answer: () => Promise<unknown>) {
  let isSubscribed = true;
  const made = {
    endpoint: 'https://push.example/1',
    unsubscribe: () => Promise.resolve((isSubscribed = false)),
  };
  const pushManager = { getSubscription: () => Promise.resolve(isSubscribed ? made : null) };
  Object.defineProperty(navigator, 'serviceWorker', {
    configurable: true,
    value: { getRegistration: () => Promise.resolve({ pushManager }) },
  });
  Object.assign(globals, { PushManager: {}, Notification: { permission: 'granted' } });
  const request = (method: string) =>
    method === 'GET' ? Promise.resolve({ key: 'key' }) : answer();
  TestBed.configureTestingModule({
    providers: [ThisDevice, { provide: Session, useValue: { rest: { request } } }],
  });
  const device = TestBed.inject(ThisDevice);
  await device.look();
  return device;
}

describe('ThisDevice', () => {
  afterEach(() => {
    Reflect.deleteProperty(navigator, 'serviceWorker');
    delete globals['PushManager'];
    delete globals['Notification'];
  });

  it('is told no more once it is turned off', async () => {
    const device = await aDevice(() => Promise.resolve({}));
    expect(device.isOn()).toBe(true);
    await device.turn(false);
    expect([device.isOn(), device.problem()]).toEqual([false, '']);
  });

  it('does not look off while the server pushes on', async () => {
    const device = await aDevice(() => Promise.reject(new ConnectionLost()));
    await device.turn(false);
    expect(device.isOn()).toBe(true);
    expect(device.problem()).not.toBe('');
  });
});
