import { unsetSettings, type VersionedSettings, type WorkspaceSettings } from '@app/contracts';
import { Database, isFirst } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { Schema, type Model } from 'mongoose';

interface SettingsDocument {
  readonly _id: 'workspace';
  readonly version: number;
  readonly settings: Partial<WorkspaceSettings>;
}

const settingsSchema = new Schema<SettingsDocument>(
  {
    _id: { type: String, required: true },
    version: { type: Number, required: true },
    settings: { type: Schema.Types.Mixed, required: true },
  },
  { versionKey: false, minimize: false },
);

/** Collection `workspace_settings`: one document, with a version. */
@Injectable()
export class SettingsRepository {
  readonly #settings: Model<SettingsDocument>;

  constructor(database: Database) {
    this.#settings = database.model('workspace_settings', settingsSchema);
  }

  async find(): Promise<VersionedSettings> {
    const found = await this.#settings.findById('workspace').lean<SettingsDocument>();
    return { version: found?.version ?? 0, settings: toSettings(found?.settings ?? {}) };
  }

  /** Compare and set: undefined when they are no longer of `version`. */
  async replace(
    version: number,
    settings: WorkspaceSettings,
  ): Promise<VersionedSettings | undefined> {
    const next = { version: version + 1, settings };
    if (version > 0) {
      const { matchedCount } = await this.#settings.updateOne(
        { _id: 'workspace', version },
        { $set: next },
      );
      return matchedCount === 1 ? next : undefined;
    }
    // Or somebody else has set the first one.
    const isMine = await isFirst(this.#settings.create([{ _id: 'workspace', ...next }]));
    return isMine ? next : undefined;
  }
}

/** What another release has stored may have fewer settings, or more. */
function toSettings(stored: Partial<WorkspaceSettings>): WorkspaceSettings {
  const known = Object.entries(stored).filter(([name]) => name in unsetSettings);
  return { ...unsetSettings, ...Object.fromEntries(known) };
}
