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
    groupNames: {
      smileys: 'Smileys et émotions',
      people: 'Personnes et corps',
      nature: 'Animaux et nature',
      food: 'Nourriture et boissons',
      travel: 'Voyages et lieux',
      activities: 'Activités',
      objects: 'Objets',
      symbols: 'Symboles',
      flags: 'Drapeaux',
    },
    toneNames: {
      light: 'peau claire',
      mediumLight: 'peau moyennement claire',
      medium: 'peau mate',
      mediumDark: 'peau moyennement foncée',
      dark: 'peau foncée',
    },
  },
  onlyReading: 'Vous pouvez lire ici, mais pas écrire.',
  everybodyHere: 'Toutes les personnes en ligne',
  everybody: 'Tout le monde dans cette discussion',
  editHint: (enter) => `${enter} enregistre, Échap annule`,
  homeless: (notes) =>
    `Vous n’êtes plus dans une discussion où vous écriviez. Ce qui n’a pas été envoyé attend dans «\u202f${notes}\u202f».`,
};
