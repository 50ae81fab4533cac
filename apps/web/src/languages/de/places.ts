import type { Dictionary } from '../../app/language/dictionary';

export const places: Dictionary['places'] = {
  noSuchMessage: 'Diese Nachricht gibt es in diesem Chat nicht.',
};
