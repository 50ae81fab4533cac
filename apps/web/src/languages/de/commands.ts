import type { Dictionary } from '../../app/language/dictionary';
import { count } from './count';

export const commands: Dictionary['commands'] = {
  newChat: 'Neuer Chat',
  install: 'Parley installieren',
  browse: 'Kanäle entdecken',
  markAllRead: 'Alles als gelesen markieren',
  keys: 'Tastenkürzel',
  settings: 'Alle Einstellungen',
  console: 'Konsole des Workspace',
  directory: 'Verzeichnis',
  search: 'Nachrichten suchen',
  theme: {
    system: 'Aussehen: wie das Gerät',
    light: 'Aussehen: hell',
    dark: 'Aussehen: dunkel',
    contrast: 'Aussehen: hoher Kontrast',
  },
  signOut: 'Abmelden',
  signOutTitle: 'Abmelden?',
  signOutHint: (messages) =>
    count(messages, {
      one: '# Nachricht ist noch nicht gesendet und ginge verloren.',
      other: '# Nachrichten sind noch nicht gesendet und gingen verloren.',
    }),
  signOutAnyway: 'Abmelden und verwerfen',
};
