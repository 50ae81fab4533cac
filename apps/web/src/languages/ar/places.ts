import type { Dictionary } from '../../app/language/dictionary';

export const places: Dictionary['places'] = {
  noSuchMessage: 'لا توجد رسالة كهذه في هذه المحادثة.',
};
