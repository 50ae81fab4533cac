import type { Dictionary } from '../../app/language/dictionary';
import { count } from './count';

export const signs: Dictionary['signs'] = {
  react: 'Reagieren',
  reactions: 'Reaktionen',
  others: (people) => count(people, { one: '# weitere Person', other: '# weitere' }),
  pin: 'Für alle anheften',
  unpin: 'Nicht mehr anheften',
  pinnedBy: (name) => `Angeheftet von ${name}`,
  pinned: 'Angeheftet',
  noPinsTitle: 'Nichts ist angeheftet',
  noPins: 'Was alle wiederfinden sollen, heftet man über sein Menü an.',
  morePins: 'Mehr anzeigen',
  callAllTitle: (people) =>
    count(people, { one: '# Person benachrichtigen?', other: '# Personen benachrichtigen?' }),
  callAll: (call) => `${call} erwähnt alle in diesem Chat.`,
  send: 'Senden',
};
