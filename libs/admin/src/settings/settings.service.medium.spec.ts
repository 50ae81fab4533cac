import {
  problem,
  SessionId,
  SettingsApi,
  unsetSettings,
  UserId,
  type Actor,
  type SettingsPatch,
  type UsersApi,
  type VersionedSettings,
} from '@app/contracts';
import { aProfile } from '@app/contracts/testing';
import { adapters, configFrom, PermissionGate, type Adapters, type Denials } from '@app/platform';
import {
  eventually,
  freshDatabaseUri,
  HeardDeeds,
  ManualTime,
  wireChecked,
} from '@app/platform/testing';
import { SettingsRepository } from './settings.repository.js';
import { SettingsService } from './settings.service.js';

const origin = { address: '192.0.2.1', userAgent: 'A browser' };
const admin: Actor = {
  userId: UserId.parse('olga'),
  sessionId: SessionId.parse('olga'),
  role: 'member',
};

describe('SettingsService', () => {
  let ports: Adapters;
  let deeds: HeardDeeds;
  let told: VersionedSettings[];
  let role: 'admin' | 'moderator';
  let repository: SettingsRepository;
  let settings: SettingsApi;

  beforeEach(async () => {
    const config = configFrom({
      NODE_ENV: 'test',
      JWT_SECRET: 's'.repeat(32),
      MONGODB_URI: freshDatabaseUri(),
      PARLEY_NAME: 'Acme',
      EDIT_WINDOW: '600',
      PARLEY_FILES_USER_QUOTA: '1000',
    });
    ports = await adapters(config);
    [role, told] = ['admin', []];
    deeds = new HeardDeeds('admin', ports.database!, new ManualTime());
    repository = new SettingsRepository(ports.database!);
    await ports.database!.open();
    deeds.outbox.onApplicationBootstrap();
    ports.eventBus.listen({
      name: 'settings.changed',
      handle: (now) => void told.push(now),
      missed: () => undefined,
    });
    const users: Pick<UsersApi, 'profile'> = {
      profile: () => Promise.resolve({ ...aProfile('olga'), role }),
    };
    const denials: Pick<Denials, 'of'> = { of: () => Promise.resolve(problem('forbidden')) };
    const gate = new PermissionGate(users as UsersApi, denials as Denials);
    settings = wireChecked(
      SettingsApi,
      new SettingsService(gate, repository, deeds.outbox, ports.eventBus, config),
    );
  });

  afterEach(async () => {
    await deeds.outbox.onApplicationShutdown();
    await ports.close();
  });

  const change = (patch: SettingsPatch) => settings.change(admin, { patch, origin });

  it('says how the server is configured as long as nothing is set', async () => {
    expect(await settings.get(admin, {})).toMatchObject({
      version: 0,
      settings: unsetSettings,
      server: { name: 'Acme', editWindow: 600, deleteWindow: 172_800, userQuotaBytes: 1000 },
    });
  });

  it('changes what is named, tells it, and writes down how that was and is', async () => {
    await change({ settings: { registration: 'invitation' } });
    const changed = await change({
      settings: { registration: 'closed', name: 'Nordlys' },
      reason: 'Full',
    });
    const now = { ...unsetSettings, registration: 'closed', name: 'Nordlys' };
    expect(changed).toMatchObject({ version: 2, settings: now });
    expect(await settings.current(admin, {})).toEqual({ version: 2, settings: now });
    await eventually(() => expect(told.map(({ version }) => version)).toEqual([1, 2]));
    expect(told[1]!.settings).toEqual(now);
    await eventually(() => expect(deeds.all).toHaveLength(2));
    expect(deeds.all[1]).toMatchObject({
      action: 'settings.changed',
      outcome: 'done',
      target: { kind: 'workspace', id: 'settings' },
      origin,
      before: { name: null, registration: 'invitation' },
      after: { name: 'Nordlys', registration: 'closed' },
      reason: 'Full',
    });
  });

  it('is no change, and no deed, where it is so already', async () => {
    expect(await change({ settings: { registration: 'open' } })).toMatchObject({ version: 0 });
    expect([told, deeds.all]).toEqual([[], []]);
  });

  it('takes nothing back that was set since it was seen', async () => {
    await change({ version: 0, settings: { name: 'One' } });
    await expect(change({ version: 0, settings: { name: 'Two' } })).rejects.toMatchObject({
      code: 'precondition_failed',
      params: { version: 1 },
    });
    expect((await settings.get(admin, {})).settings.name).toBe('One');
  });

  it('lets one of several at once win', async () => {
    const names = ['a', 'b', 'c', 'd'];
    const results = await Promise.allSettled(
      names.map((name) => change({ version: 0, settings: { name } })),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await settings.get(admin, {})).version).toBe(1);
  });

  it('refuses sizes above those of the server', async () => {
    const { server } = await settings.get(admin, {});
    const sizes = { maxFileBytes: server.maxFileBytes + 1, userQuotaBytes: 1001 };
    await expect(change({ settings: sizes })).rejects.toMatchObject({
      code: 'validation_failed',
      params: {
        issues: [{ path: 'settings.maxFileBytes' }, { path: 'settings.userQuotaBytes' }],
      },
    });
    const most = { maxFileBytes: server.maxFileBytes, userQuotaBytes: 1000 };
    expect((await change({ settings: most })).settings).toMatchObject(most);
  });

  it('reads what an older or newer release has stored', async () => {
    const stored = { _id: 'workspace', version: 7, settings: { name: 'Old', colour: 'red' } };
    const collection = ports.database!.connection.collection('workspace_settings');
    await collection.insertOne(stored as never);
    expect(await settings.current(admin, {})).toEqual({
      version: 7,
      settings: { ...unsetSettings, name: 'Old' },
    });
  });

  it('is for those who run the workspace', async () => {
    role = 'moderator';
    await expect(settings.get(admin, {})).rejects.toMatchObject({ code: 'forbidden' });
    await expect(change({ settings: { name: 'X' } })).rejects.toMatchObject({ code: 'forbidden' });
  });
});
