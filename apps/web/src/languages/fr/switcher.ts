import type { Dictionary } from '../../app/language/dictionary';
import { count } from './count';

export const switcher: Dictionary['switcher'] = {
  title: 'Rechercher ou aller à',
  placeholder: 'Discussion, personne, commande',
  results: 'Résultats',
  sections: {
    recent: 'Récentes',
    chats: 'Discussions',
    people: 'Personnes',
    channels: 'Canaux à rejoindre',
    commands: 'Commandes',
    messages: 'Messages',
  },
  searchFor: (query) => `Chercher «\u202f${query}\u202f» dans les messages`,
  searching: 'Recherche…',
  nothing: (query) => `Rien ne correspond à «\u202f${query}\u202f»`,
  nothingHint: 'Essayez avec moins de lettres ou d’autres mots.',
  onlyKnown: 'Hors ligne\u202f: seulement ce que connaît cet appareil.',
  join: 'Rejoindre',
  people: (people) =>
    count(people, { one: '# personne', many: '# de personnes', other: '# personnes' }),
  hints: { choose: 'choisir', open: 'ouvrir', close: 'fermer', search: 'chercher des messages' },
  keys: { enter: 'Entrée', escape: 'Échap' },
};
