import type { Dictionary } from '../../app/language/dictionary';

export const places: Dictionary['places'] = {
  noSuchMessage: 'Ce message n’existe pas dans cette discussion.',
};
