import type { Dictionary } from '../../app/language/dictionary';
import { count } from './count';

export const commands: Dictionary['commands'] = {
  newChat: 'Nouvelle discussion',
  install: 'Installer Parley',
  browse: 'Parcourir les canaux',
  markAllRead: 'Tout marquer comme lu',
  keys: 'Raccourcis clavier',
  settings: 'Tous les paramètres',
  console: 'Console de l’espace de travail',
  directory: 'Annuaire',
  search: 'Chercher des messages',
  theme: {
    system: 'Apparence\u202f: celle de l’appareil',
    light: 'Apparence\u202f: claire',
    dark: 'Apparence\u202f: sombre',
    contrast: 'Apparence\u202f: contraste élevé',
  },
  signOut: 'Se déconnecter',
  signOutTitle: 'Se déconnecter\u202f?',
  signOutHint: (messages) =>
    count(messages, {
      one: '# message n’est pas encore envoyé et serait perdu.',
      many: '# de messages ne sont pas encore envoyés et seraient perdus.',
      other: '# messages ne sont pas encore envoyés et seraient perdus.',
    }),
  signOutAnyway: 'Se déconnecter et les perdre',
};
