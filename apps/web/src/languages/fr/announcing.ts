import type { Dictionary } from '../../app/language/dictionary';

export const announcing: Dictionary['announcing'] = {
  region: 'Annonces',
  dismiss: (text) => `Masquer\u202f: ${text}`,
  warning: 'La modération vous avertit.',
  mute: (until) => `La modération vous empêche d’écrire jusqu’au ${until}.`,
  unmute: 'Vous pouvez de nouveau écrire.',
  understood: 'Compris',
  exports: {
    ready: 'L’archive de vos données est prête.',
    failed: 'L’archive de vos données n’a pas pu être faite.',
  },
  open: 'Ouvrir',
};
