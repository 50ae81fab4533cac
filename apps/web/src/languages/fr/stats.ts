import type { Dictionary } from '../../app/language/dictionary';

export const stats: Dictionary['stats'] = {
  period: 'Période',
  periods: { week: '7 jours', month: '30 jours', year: 'Un an' },
  now: 'Maintenant',
  people: 'Personnes',
  peopleHint: (active, suspended) => `Comptes actifs ${active}, suspendus ${suspended}`,
  bots: 'Bots',
  chats: 'Discussions',
  chatsHint: (direct, groups, channels) =>
    `Directes ${direct}, groupes ${groups}, canaux ${channels}`,
  messages: 'Messages',
  storage: 'Fichiers',
  storageHint: (limit) => `sur ${limit}`,
  calls: 'Appels',
  messagesPerDay: 'Messages par jour',
  callsPerDay: 'Appels par jour',
  today: (value, most) => `Aujourd’hui ${value}, au plus ${most}.`,
  latest: (value) => `Maintenant ${value}.`,
  asTable: 'Afficher en tableau',
  day: 'Jour, UTC',
  count: 'Nombre',
  unknown: 'Non compté',
  away: (parts) => `Ne répond pas et manque ici\u202f: ${parts}.`,
  hint: 'Les jours sont ceux d’UTC. Le compte commence quand ce serveur a compté pour la première fois.',
};
