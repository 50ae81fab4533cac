import type { Dictionary } from '../../app/language/dictionary';

export const places: Dictionary['places'] = {
  noSuchMessage: 'No hay ningún mensaje así en este chat.',
};
