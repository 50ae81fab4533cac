import type { SettingsState, WorkspaceSettings } from '@app/contracts';
import { westernDigits } from '../frame/western-digits';

const megabyte = 1_000_000;

/** The settings as they stand in a form: texts, of which an empty one means as the server. */
export interface SettingsDraft {
  readonly name: string;
  readonly registration: string;
  readonly channelsBy: string;
  readonly groupsBy: string;
  readonly editWindow: string;
  readonly deleteWindow: string;
  readonly maxFileBytes: string;
  readonly userQuotaBytes: string;
}

export type SizeName = 'maxFileBytes' | 'userQuotaBytes';
export const sizeNames = ['maxFileBytes', 'userQuotaBytes'] as const;

export function draftOf({ settings }: SettingsState): SettingsDraft {
  const text = (value: string | number | null) => (value === null ? '' : String(value));
  const size = (bytes: number | null) => text(bytes === null ? null : bytes / megabyte);
  return {
    name: settings.name ?? '',
    registration: settings.registration,
    channelsBy: settings.channelsBy,
    groupsBy: settings.groupsBy,
    editWindow: text(settings.editWindow),
    deleteWindow: text(settings.deleteWindow),
    maxFileBytes: size(settings.maxFileBytes),
    userQuotaBytes: size(settings.userQuotaBytes),
  };
}

/** Null: as the server. NaN: not a size. */
export function bytesOf(written: string): number | null {
  const text = westernDigits(written.trim()).replace(',', '.');
  if (text === '') return null;
  const bytes = Math.round(Number(text) * megabyte);
  return bytes > 0 ? bytes : NaN;
}

/** What of it is another than what is set. */
export function changesOf(draft: SettingsDraft, state: SettingsState): Partial<WorkspaceSettings> {
  const before = state.settings;
  const number = (text: string) => (text === '' ? null : Number(text));
  const wanted = {
    name: draft.name.trim() || null,
    registration: draft.registration,
    channelsBy: draft.channelsBy,
    groupsBy: draft.groupsBy,
    editWindow: number(draft.editWindow),
    deleteWindow: number(draft.deleteWindow),
    maxFileBytes: bytesOf(draft.maxFileBytes),
    userQuotaBytes: bytesOf(draft.userQuotaBytes),
  } as WorkspaceSettings;
  const names = Object.keys(wanted) as (keyof WorkspaceSettings)[];
  return Object.fromEntries(
    names.filter((name) => wanted[name] !== before[name]).map((name) => [name, wanted[name]]),
  );
}
