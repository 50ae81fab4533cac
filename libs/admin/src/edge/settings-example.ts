import { unsetSettings, type SettingsState } from '@app/contracts';

/** Settings to show in the documents. */
export const theSettings: SettingsState = {
  version: 4,
  settings: { ...unsetSettings, registration: 'invitation', maxFileBytes: 10_000_000 },
  server: {
    name: 'Parley',
    editWindow: 86_400,
    deleteWindow: 172_800,
    maxFileBytes: 104_857_600,
    userQuotaBytes: null,
  },
};
