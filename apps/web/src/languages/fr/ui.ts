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
  edited: '(modifié)',
  showHistory: 'Modifié\u202f: voir les versions antérieures',
  retry: 'Réessayer',
  discard: 'Abandonner',
  send: 'Envoyer',
  close: 'Fermer',
  showPassword: 'Afficher le mot de passe',
  hidePassword: 'Masquer le mot de passe',
  suggestions: 'Suggestions',
  unread: (messages) => count(messages, { one: '# message non lu', other: '# messages non lus' }),
  mentions: (mentions) => count(mentions, { one: '# mention', other: '# mentions' }),
  suggested: (items) => count(items, { one: '# suggestion', other: '# suggestions' }),
  lengthOf: (length, max) => `${length} caractères sur ${max}`,
  tooLong: (characters) =>
    count(characters, { one: '# caractère de trop', other: '# caractères de trop' }),
};
