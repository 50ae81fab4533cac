import {
  problem,
  usualDeleteWindow,
  type Actor,
  type ChangeSettings,
  type SettingsApi,
  type SettingsState,
  type VersionedSettings,
  type WorkspaceSettings,
} from '@app/contracts';
import { AuditOutbox, CONFIG, EventBus, PermissionGate, type Config } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { SettingsRepository } from './settings.repository.js';

type SettingName = keyof WorkspaceSettings;

/** For those who may `runWorkspace`. */
@Injectable()
export class SettingsService implements SettingsApi {
  constructor(
    private readonly gate: PermissionGate,
    private readonly settings: SettingsRepository,
    private readonly outbox: AuditOutbox,
    private readonly eventBus: EventBus,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async get(actor: Actor): Promise<SettingsState> {
    await this.gate.admit(actor, 'runWorkspace');
    return this.#stateOf(await this.settings.find());
  }

  async change(actor: Actor, { patch, origin }: ChangeSettings): Promise<SettingsState> {
    const by = await this.gate.admit(actor, 'runWorkspace', { origin });
    this.#checkSizes(patch.settings);
    const was = await this.settings.find();
    const { version } = was;
    if (patch.version !== undefined && patch.version !== version)
      throw problem('precondition_failed', { version });
    const settings = { ...was.settings, ...patch.settings };
    const changed = (Object.keys(settings) as SettingName[]).filter(
      (name) => settings[name] !== was.settings[name],
    );
    if (changed.length === 0) return this.#stateOf(was);
    const deed = {
      action: 'settings.changed',
      actor: by,
      target: { kind: 'workspace', id: 'settings' },
      origin,
      before: only(changed, was.settings),
      after: only(changed, settings),
      ...(patch.reason !== undefined && { reason: patch.reason }),
    } as const;
    const now = await this.outbox.during(deed, async () => {
      const replaced = await this.settings.replace(version, settings);
      // Whoever saw none of them changes only what they name, but somebody else was faster here.
      if (!replaced) throw problem('precondition_failed', { version: version + 1 });
      return replaced;
    });
    await this.eventBus.publish('settings.changed', now);
    return this.#stateOf(now);
  }

  /** No access check: it is on no edge. */
  current(): Promise<VersionedSettings> {
    return this.settings.find();
  }

  #checkSizes({ maxFileBytes, userQuotaBytes }: Partial<WorkspaceSettings>): void {
    const server = this.#server;
    const tooMuch = [
      ...((maxFileBytes ?? 0) > server.maxFileBytes ? ['maxFileBytes'] : []),
      ...((userQuotaBytes ?? 0) > (server.userQuotaBytes ?? Infinity) ? ['userQuotaBytes'] : []),
    ];
    if (tooMuch.length === 0) return;
    const issues = tooMuch.map((name) => ({
      path: `settings.${name}`,
      message: 'More than this server takes',
    }));
    throw problem('validation_failed', { issues });
  }

  #stateOf(kept: VersionedSettings): SettingsState {
    return { ...kept, server: this.#server };
  }

  /** What holds where nothing is set. */
  get #server(): SettingsState['server'] {
    const { name, editWindow, files, scan } = this.config;
    return {
      name,
      editWindow,
      deleteWindow: usualDeleteWindow,
      maxFileBytes: Math.min(files.maxBytes, scan?.maxBytes ?? files.maxBytes),
      userQuotaBytes: files.userQuota || null,
    };
  }
}

function only(names: readonly SettingName[], settings: WorkspaceSettings) {
  return Object.fromEntries(names.map((name) => [name, settings[name]]));
}
