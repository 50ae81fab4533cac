import type { Dictionary } from '../../app/language/dictionary';

export const places: Dictionary['places'] = {
  noSuchMessage: 'Такого повідомлення в цьому чаті немає.',
};
