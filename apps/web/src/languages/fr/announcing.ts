import type { Dictionary } from '../../app/language/dictionary';

export const announcing: Dictionary['announcing'] = {
  region: 'Annonces',
  dismiss: (text) => `Masquer\u202f: ${text}`,
  warning: 'La modération vous avertit.',
  mute: (until) => `La modération vous empêche d’écrire jusqu’au ${until}.`,
  unmute: 'Vous pouvez de nouveau écrire.',
  understood: 'Compris',
};
