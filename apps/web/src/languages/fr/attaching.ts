import type { Dictionary } from '../../app/language/dictionary';
import { count } from './count';

export const attaching: Dictionary['attaching'] = {
  attach: 'Joindre des fichiers',
  tray: 'Fichiers à envoyer',
  remove: (name) => `Retirer ${name}`,
  attached: (n) =>
    count(n, {
      one: '# fichier joint',
      many: '# de fichiers joints',
      other: '# fichiers joints',
    }),
  removed: (name) => `${name}\u202f: retiré`,
  refused: (name, why) => `${name}\u202f: ${why}`,
  problems: {
    tooLarge: (most) => `Trop volumineux\u202f: ${most} au plus`,
    empty: 'Ce fichier est vide',
    folder: 'Les dossiers ne peuvent pas être envoyés',
    tooMany: (most) => `${most} à la fois\u202f: envoyez-le ensuite`,
  },
  drop: (title) => `Déposez ici pour ${title}`,
  dropHint: 'Rien n’est envoyé sans votre accord.',
  waiting: 'En attente',
  sent: (part, all) => `${part} sur ${all}`,
  uploaded: 'Téléversé',
  paused: 'En pause',
  onlyHere: 'Gardé seulement tant que cette page est ouverte',
  progressOf: (name) => `Téléversement de ${name}`,
  pause: (name) => `Suspendre ${name}`,
  resume: (name) => `Reprendre ${name}`,
  without: (name) => `Envoyer sans ${name}`,
  percent: (name, percent) => `${name}\u202f: ${percent}`,
};
