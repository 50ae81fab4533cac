import * as z from 'zod/mini';
import { Reason } from './accounts.contract.js';
import { Origin } from './audit.contract.js';
import { apiClass, defineApi, rpc } from './define-api.js';
import { Done } from './paging.js';
import type { WorkspaceRole } from './roles.js';
import { Mark, name } from './text.js';

/** Who makes an account. `invitation`: whoever has an invite code that is good. */
export const Registration = z.enum(['open', 'invitation', 'closed']);
export type Registration = z.output<typeof Registration>;

/** Who begins something: everybody who may by their role, moderators and above, or admins. */
export const Founders = z.enum(['everybody', 'moderators', 'admins']);
export type Founders = z.output<typeof Founders>;

/** Seconds; 0: never, -1: always, and at most ten years. */
const Window = z.int().check(z.minimum(-1), z.maximum(315_360_000));

/** A hundred years. */
export const maxKeptDays = 36_500;

/** Days that messages are kept. */
export const KeptDays = z.int().check(z.minimum(1), z.maximum(maxKeptDays));

/** What is set of the workspace. Null: as its server is configured. */
export const WorkspaceSettings = z.strictObject({
  name: z.nullable(name(80)),
  registration: Registration,
  channelsBy: Founders,
  groupsBy: Founders,
  /** How long authors may edit what they have sent. */
  editWindow: z.nullable(Window),
  /** How long authors may delete it for everybody. */
  deleteWindow: z.nullable(Window),
  /** Of one file; never above the limit of the server. */
  maxFileBytes: z.nullable(z.int().check(z.minimum(1))),
  /** Of all files of a person; never above the limit of the server. */
  userQuotaBytes: z.nullable(z.int().check(z.minimum(1))),
  /** So long messages are kept, where their chat has no rule of its own. Null: for ever. */
  retentionDays: z.nullable(KeptDays),
});
export type WorkspaceSettings = z.output<typeof WorkspaceSettings>;
z.globalRegistry.add(WorkspaceSettings, { id: 'WorkspaceSettings' });

/** Seconds in which authors delete for everybody, where nobody has set another time. */
export const usualDeleteWindow = 172_800;

/** As long as nobody has set anything. */
export const unsetSettings: WorkspaceSettings = {
  name: null,
  registration: 'open',
  channelsBy: 'everybody',
  groupsBy: 'everybody',
  editWindow: null,
  deleteWindow: null,
  maxFileBytes: null,
  userQuotaBytes: null,
  retentionDays: null,
};

/** `version`: 0 before the first change, and one more with each. */
export const VersionedSettings = z.strictObject({ version: Mark, settings: WorkspaceSettings });
export type VersionedSettings = z.output<typeof VersionedSettings>;

/** What holds where nothing is set; of sizes what nothing may be above, null: no limit. */
const ServerSettings = z.strictObject({
  name: z.string(),
  editWindow: Window,
  deleteWindow: Window,
  maxFileBytes: Mark,
  userQuotaBytes: z.nullable(Mark),
});

export const SettingsState = z.strictObject({
  ...VersionedSettings.shape,
  server: ServerSettings,
});
export type SettingsState = z.output<typeof SettingsState>;
z.globalRegistry.add(SettingsState, { id: 'SettingsState' });

/** `version`: of the settings that were seen; left out: whatever they are now. */
export const SettingsPatch = z
  .strictObject({
    version: z.optional(Mark),
    settings: z.partial(WorkspaceSettings),
    reason: z.optional(Reason),
  })
  .check(
    z.refine(({ settings }) => Object.keys(settings).length > 0, {
      error: 'Give a setting',
      path: ['settings'],
    }),
  );
export type SettingsPatch = z.output<typeof SettingsPatch>;
z.globalRegistry.add(SettingsPatch, { id: 'SettingsPatch' });

const ChangeSettings = z.strictObject({ patch: SettingsPatch, origin: Origin });
export type ChangeSettings = z.output<typeof ChangeSettings>;

export const settingsContract = defineApi({
  get: rpc('settings.get', Done, SettingsState),
  change: rpc('settings.change', ChangeSettings, SettingsState),
  current: rpc('settings.current', Done, VersionedSettings),
});

/**
 * What is set of the workspace. `get` and `change` are for who may `runWorkspace`, by what they are
 * now, and throw `forbidden`.
 *
 * - `change`: of what is named. In the audit log, with how it was and is. Throws
 *   `precondition_failed {version}` where they have changed since they were seen, and
 *   `validation_failed` for a size above the limit of the server. Every process goes by it as soon
 *   as it has heard of it.
 * - `current`: for modules, on no edge.
 */
export abstract class SettingsApi extends apiClass(settingsContract) {}

const founders: Readonly<Record<Exclude<Founders, 'everybody'>, readonly WorkspaceRole[]>> = {
  moderators: ['owner', 'admin', 'moderator'],
  admins: ['owner', 'admin'],
};

/** Whether somebody of this role is among them. */
export function isFounder(by: Founders, role: WorkspaceRole): boolean {
  return by === 'everybody' || founders[by].includes(role);
}
