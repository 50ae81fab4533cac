import type { Dictionary } from '../../app/language/dictionary';
import { count } from './count';

export const adminChats: Dictionary['adminChats'] = {
  find: 'Rechercher des discussions',
  findHint: 'Nom, sujet ou adresse',
  chat: 'Discussion',
  kind: 'Genre',
  everyKind: 'Tous les genres',
  kinds: { group: 'Groupe', channel: 'Canal' },
  state: 'État',
  everyState: 'Toutes',
  states: { active: 'Active', archived: 'Archivée', deleted: 'Supprimée' },
  members: 'Membres',
  messages: 'Messages',
  created: 'Créée',
  lastMessage: 'Dernier message',
  deleted: 'Supprimée le',
  owner: 'Propriétaire',
  found: 'Trouvée par',
  finders: { public: 'Tout le monde', private: 'Les personnes invitées' },
  none: 'Aucune discussion ne correspond',
  noneHint: 'Essayez un autre nom, ou moins de filtres.',
  count: (chats) =>
    count(chats, { one: '# discussion', many: '# discussions', other: '# discussions' }),
  leftOut: (names) => `Laissées de côté, car c’est déjà fait\u202f: ${names}.`,
  deeds: {
    archive: {
      name: 'Archiver',
      title: (which) => `Archiver\u202f: ${which}\u202f?`,
      text: 'Ses membres peuvent encore la lire, et personne n’y écrit avant son rétablissement. La discussion dit que c’était vous.',
      done: (which) => `Archivage fait\u202f: ${which}`,
    },
    restore: {
      name: 'Sortir des archives',
      title: (which) => `Sortir des archives\u202f: ${which}\u202f?`,
      text: 'Ses membres peuvent de nouveau écrire. La discussion dit que c’était vous.',
      done: (which) => `Sortie des archives\u202f: ${which}`,
    },
    remove: {
      name: 'Supprimer',
      title: (which) => `Supprimer\u202f: ${which}\u202f?`,
      text: 'Elle disparaît aussitôt, pour tous ses membres, avec tout ce qui y a été dit. C’est sans retour\u202f: elle est gardée 30 jours, et personne ne la lit.',
      done: (which) => `Suppression faite\u202f: ${which}`,
    },
  },
  handOver: {
    name: 'Céder',
    title: (chat) => `Céder\u202f: ${chat}`,
    hint: 'À l’un de ses membres. Les comptes suspendus et les bots n’y sont pas.',
    nobody: 'Elle n’a aucun autre membre qui puisse la posséder.',
    question: (chat, who) => `Céder ${chat} à ${who}\u202f?`,
    text: 'Cette personne en devient propriétaire et peut tout y faire. Qui la possède aujourd’hui y reste comme admin. La discussion dit que c’était vous.',
    done: (chat, who) => `Cédée à ${who}\u202f: ${chat}`,
    refused: 'Seul un membre peut la posséder, ni suspendu ni bot.',
  },
  log: 'Ce qui lui a été fait',
};
