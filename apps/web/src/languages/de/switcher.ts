import type { Dictionary } from '../../app/language/dictionary';
import { count } from './count';

export const switcher: Dictionary['switcher'] = {
  title: 'Suchen oder springen zu',
  placeholder: 'Chats, Personen, Befehle',
  results: 'Ergebnisse',
  sections: {
    recent: 'Zuletzt',
    chats: 'Chats',
    people: 'Personen',
    channels: 'Kanäle zum Beitreten',
    commands: 'Befehle',
    messages: 'Nachrichten',
  },
  searchFor: (query) => `Nachrichten nach „${query}“ durchsuchen`,
  searching: 'Suchen\u00a0…',
  nothing: (query) => `Nichts passt zu „${query}“`,
  nothingHint: 'Versuch es mit weniger Buchstaben oder anderen Wörtern.',
  onlyKnown: 'Offline: nur, was dieses Gerät kennt.',
  join: 'Beitreten',
  people: (people) => count(people, { one: '# Person', other: '# Personen' }),
  hints: { choose: 'wählen', open: 'öffnen', close: 'schließen', search: 'Nachrichten suchen' },
  keys: { enter: 'Enter', escape: 'Esc' },
};
