import { problem, unsetSettings, type SettingsApi, type VersionedSettings } from '@app/contracts';
import { InProcessEventBus } from '../events/in-process-event-bus.js';
import { eventually } from '../testing/eventually.js';
import { ManualTime } from '../testing/manual-time.js';
import { LiveSettings } from './live-settings.js';

const called = (version: number, name: string): VersionedSettings => ({
  version,
  settings: { ...unsetSettings, name },
});

describe('LiveSettings', () => {
  let time: ManualTime;
  let bus: InProcessEventBus;
  let kept: VersionedSettings;
  let isAway: boolean;
  let settings: LiveSettings;

  beforeEach(() => {
    time = new ManualTime();
    bus = new InProcessEventBus();
    kept = called(1, 'one');
    isAway = false;
    const api: Pick<SettingsApi, 'current'> = {
      current: () =>
        isAway
          ? Promise.reject(problem('service_unavailable', { service: 'settings' }))
          : Promise.resolve(kept),
    };
    settings = new LiveSettings(api as SettingsApi, bus, time);
    settings.onModuleInit();
  });

  afterEach(async () => {
    settings.onApplicationShutdown();
    await bus.close();
  });

  const nameIs = (name: string | null) => eventually(() => expect(settings.now.name).toBe(name));

  it('knows what is set from the start, and what changes as it is told', async () => {
    expect(settings.now).toEqual(unsetSettings);
    settings.onApplicationBootstrap();
    await nameIs('one');
    await bus.publish('settings.changed', called(2, 'two'));
    await nameIs('two');
  });

  it('believes nothing older than what it knows', async () => {
    await bus.publish('settings.changed', called(3, 'three'));
    await nameIs('three');
    await bus.publish('settings.changed', called(2, 'two'));
    expect((await settings.ask()).name).toBe('three');
  });

  it('asks anew within a minute, as a fact may be lost', async () => {
    settings.onApplicationBootstrap();
    await nameIs('one');
    kept = called(2, 'two');
    await eventually(() => {
      time.advance(65_000);
      expect(settings.now.name).toBe('two');
    });
  });

  it('goes on with what it knows while who keeps it is away, and asks again soon', async () => {
    isAway = true;
    settings.onApplicationBootstrap();
    await expect(settings.ask()).rejects.toMatchObject({ code: 'service_unavailable' });
    expect(settings.now).toEqual(unsetSettings);
    isAway = false;
    await eventually(() => {
      time.advance(5000);
      expect(settings.now.name).toBe('one');
    });
  });
});
