import type { Dictionary } from '../../app/language/dictionary';
import { count } from './count';

export const signs: Dictionary['signs'] = {
  react: 'Réagir',
  reactions: 'Réactions',
  others: (people) => count(people, { one: '# autre', many: '# d’autres', other: '# autres' }),
  pin: 'Épingler pour tous',
  unpin: 'Désépingler',
  pinnedBy: (name) => `Épinglé par ${name}`,
  pinned: 'Épinglés',
  noPinsTitle: 'Rien n’est épinglé',
  noPins: 'Ce que tous doivent retrouver s’épingle depuis son menu.',
  morePins: 'Afficher plus',
  callAllTitle: (people) =>
    count(people, {
      one: 'Prévenir # personne\u202f?',
      many: 'Prévenir # de personnes\u202f?',
      other: 'Prévenir # personnes\u202f?',
    }),
  callAll: (call) => `${call} mentionne tout le monde dans cette discussion.`,
  send: 'Envoyer',
};
