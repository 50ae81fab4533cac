import type { Dictionary } from '../../app/language/dictionary';
import { count } from './count';

export const ui: Dictionary['ui'] = {
  presence: { online: 'Online', away: 'Abwesend', dnd: 'Nicht stören', offline: 'Offline' },
  delivery: {
    queued: 'Wartet auf das Netz',
    failed: 'Nicht gesendet',
    stored: 'Gespeichert',
    delivered: 'Zugestellt',
    seen: 'Gelesen',
  },
  bot: 'Bot',
  edited: '(bearbeitet)',
  showHistory: 'Bearbeitet: frühere Fassungen zeigen',
  retry: 'Noch einmal',
  discard: 'Verwerfen',
  send: 'Senden',
  close: 'Schließen',
  showPassword: 'Passwort zeigen',
  hidePassword: 'Passwort verbergen',
  suggestions: 'Vorschläge',
  unread: (messages) =>
    count(messages, { one: '# ungelesene Nachricht', other: '# ungelesene Nachrichten' }),
  mentions: (mentions) => count(mentions, { one: '# Erwähnung', other: '# Erwähnungen' }),
  suggested: (items) => count(items, { one: '# Vorschlag', other: '# Vorschläge' }),
  lengthOf: (length, max) => `${length} von ${max} Zeichen`,
  tooLong: (characters) => count(characters, { other: '# Zeichen zu viel' }),
};
