import type { Dictionary } from '../../app/language/dictionary';
import { count } from './count';

export const commands: Dictionary['commands'] = {
  newChat: 'محادثة جديدة',
  install: 'تثبيت Parley',
  browse: 'تصفح القنوات',
  markAllRead: 'تعليم الكل كمقروء',
  keys: 'اختصارات لوحة المفاتيح',
  settings: 'كل الإعدادات',
  console: 'لوحة إدارة مساحة العمل',
  directory: 'الدليل',
  search: 'ابحث في الرسائل',
  theme: {
    system: 'المظهر: حسب الجهاز',
    light: 'المظهر: فاتح',
    dark: 'المظهر: داكن',
    contrast: 'المظهر: تباين عالٍ',
  },
  signOut: 'تسجيل الخروج',
  signOutTitle: 'هل تريد تسجيل الخروج؟',
  signOutHint: (messages) =>
    count(messages, {
      zero: 'لا رسائل غير مرسلة.',
      one: 'لم تُرسل رسالة واحدة بعد، وستُفقد.',
      two: 'لم تُرسل رسالتان بعد، وستُفقدان.',
      few: 'لم تُرسل # رسائل بعد، وستُفقد.',
      many: 'لم تُرسل # رسالة بعد، وستُفقد.',
      other: 'لم تُرسل # رسالة بعد، وستُفقد.',
    }),
  signOutAnyway: 'الخروج وفقدانها',
};
