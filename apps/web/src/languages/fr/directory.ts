import type { Dictionary } from '../../app/language/dictionary';

export const directory: Dictionary['directory'] = {
  title: 'Annuaire',
  pageTitle: {
    people: 'Personnes · Annuaire · Parley',
    channels: 'Canaux · Annuaire · Parley',
  },
  kind: 'Où chercher',
  tabs: { people: 'Personnes', channels: 'Canaux' },
  findPeople: 'Rechercher des personnes',
  findPeopleHint: 'Nom ou nom d’utilisateur',
  nobody: 'Personne de ce nom',
  nobodyHint: 'Cherchez le début d’un nom ou d’un nom d’utilisateur.',
  more: 'Afficher plus',
  write: 'Écrire',
  writeTo: (name) => `Écrire à ${name}`,
  card: (name) => `${name}\u202f: qui est-ce`,
  you: '(vous)',
};
