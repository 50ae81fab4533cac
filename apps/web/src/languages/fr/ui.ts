import type { Dictionary } from '../../app/language/dictionary';
import { count } from './count';

export const ui: Dictionary['ui'] = {
  presence: {
    online: 'En ligne',
    away: 'Absence',
    dnd: 'Ne pas déranger',
    offline: 'Hors ligne',
  },
  delivery: {
    queued: 'En attente du réseau',
    failed: 'Non envoyé',
    stored: 'Enregistré',
    delivered: 'Distribué',
    seen: 'Lu',
  },
  bot: 'Bot',
  edited: '(modifié)',
  showHistory: 'Modifié\u202f: voir les versions antérieures',
  retry: 'Réessayer',
  discard: 'Abandonner',
  send: 'Envoyer',
  close: 'Fermer',
  showPassword: 'Afficher le mot de passe',
  hidePassword: 'Masquer le mot de passe',
  suggestions: 'Suggestions',
  unread: (messages) =>
    count(messages, {
      one: '# message non lu',
      many: '# de messages non lus',
      other: '# messages non lus',
    }),
  mentions: (mentions) =>
    count(mentions, { one: '# mention', many: '# de mentions', other: '# mentions' }),
  suggested: (items) =>
    count(items, { one: '# suggestion', many: '# de suggestions', other: '# suggestions' }),
  lengthOf: (length, max) => `${length} caractères sur ${max}`,
  tooLong: (characters) =>
    count(characters, {
      one: '# caractère de trop',
      many: '# de caractères de trop',
      other: '# caractères de trop',
    }),
};
