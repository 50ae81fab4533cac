import type { Dictionary } from '../../app/language/dictionary';

export const writing: Dictionary['writing'] = {
  emoji: 'Émojis',
  noEmoji: 'Les émojis n’ont pas pu être chargés\u202f: pas de connexion au serveur.',
  tryAgain: 'Réessayer',
  picker: {
    search: 'Rechercher un émoji',
    groups: 'Groupes d’émojis',
    recent: 'Utilisés récemment',
    found: 'Trouvés',
    noMatch: 'Aucun émoji de ce nom',
    tone: 'Couleur de peau',
    noTone: 'Sans couleur',
  },
  everybodyHere: 'Toutes les personnes en ligne',
  everybody: 'Tout le monde dans cette discussion',
};
