import {
  problem,
  unsetSettings,
  type SettingsApi,
  type VersionedSettings,
  type WorkspaceSettings,
} from '@app/contracts';
import type { EventBus } from '../events/event-bus.js';

const refuse = () => Promise.reject(problem('forbidden'));

/** What is set of the workspace, as a test says it: stands in for who keeps it. */
export class SetSettings implements SettingsApi {
  #kept: VersionedSettings = { version: 0, settings: unsetSettings };

  current(): Promise<VersionedSettings> {
    return Promise.resolve(this.#kept);
  }

  /** And tells it, where somebody is to hear of it. */
  async set(settings: Partial<WorkspaceSettings>, eventBus?: EventBus): Promise<void> {
    const { version, settings: before } = this.#kept;
    this.#kept = { version: version + 1, settings: { ...before, ...settings } };
    await eventBus?.publish('settings.changed', this.#kept);
  }

  get = refuse;
  change = refuse;
}
