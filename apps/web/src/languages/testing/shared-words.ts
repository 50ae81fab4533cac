import type { LanguageCode } from '../../app/language/languages';

const everywhere = ['Parley', 'Slack', 'Mattermost', '⌘ K', '⌘', '⌥', 'Alt', '↑', '↓'];
const keys = ['Ctrl K', 'Ctrl'];
/** `#`: a number. `⟦a⟧`: what is given. */
const speaker = '⟦a⟧: ⟦b⟧';

/** The texts that are the same in English, because people of the language write them so. */
export const shared: Readonly<Record<Exclude<LanguageCode, 'en'>, readonly string[]>> = {
  de: [
    ...everywhere,
    ...['Esc', 'Enter', speaker],
    ...['# online', 'Online', 'Offline', 'Chats', 'Details', 'Emoji', 'Name', 'Status'],
    ...[
      'Bot',
      'Code',
      'Code, ⟦a⟧',
      'Video',
      'Admin',
      'Person',
      'Bots',
      'Tokens',
      'Chat',
      'Webhook',
      'Webhooks',
      'Import',
      'Export',
      '⟦a⟧ MB',
    ],
  ],
  es: [
    ...everywhere,
    ...keys,
    'Esc',
    speaker,
    'Bot',
    'Bots',
    'Chat',
    'Chats',
    '# chat',
    '# chats',
    'Webhook',
    'Webhooks',
    'Emoji',
    'Invisible',
    'admin',
    'No',
    '⟦a⟧ MB',
  ],
  fr: [
    ...everywhere,
    ...keys,
    ...['Invisible', 'admin', 'Invitation · Parley', 'Invitations', 'Messages', 'Suggestions'],
    ...['Notifications', 'Notifications · Parley'],
    ...['# message', '# messages'],
    ...['# mention', '# mentions', '# suggestion', '# suggestions', 'Bot', 'Code', 'Code, ⟦a⟧'],
    ...['# page', '# pages', 'Position', 'Documents', 'Admin', 'Console', 'Page #', 'Active'],
    ...['⟦a⟧ · Console · Parley', 'Bots', 'Webhook', 'Webhooks'],
  ],
  uk: [...everywhere, ...keys, 'Esc', 'Enter', 'Shift', speaker, `${speaker}?`],
  ar: [...everywhere, ...keys, 'Esc', 'Enter', 'Shift'],
  zh: [...everywhere, ...keys, 'Esc', 'Enter', 'Shift'],
};
