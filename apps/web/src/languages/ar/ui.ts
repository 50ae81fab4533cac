import type { Dictionary } from '../../app/language/dictionary';
import { count } from './count';

export const ui: Dictionary['ui'] = {
  presence: { online: 'متصل', away: 'بعيد', dnd: 'عدم الإزعاج', offline: 'غير متصل' },
  delivery: {
    queued: 'في انتظار الشبكة',
    failed: 'لم تُرسل',
    stored: 'محفوظة',
    delivered: 'وصلت',
    seen: 'قُرئت',
  },
  bot: 'بوت',
  edited: '(معدلة)',
  showHistory: 'معدلة: عرض النصوص السابقة',
  retry: 'إعادة المحاولة',
  discard: 'تجاهل',
  send: 'إرسال',
  close: 'إغلاق',
  showPassword: 'إظهار كلمة المرور',
  hidePassword: 'إخفاء كلمة المرور',
  suggestions: 'الاقتراحات',
  unread: (messages) =>
    count(messages, {
      zero: 'لا رسائل غير مقروءة',
      one: 'رسالة واحدة غير مقروءة',
      two: 'رسالتان غير مقروءتين',
      few: '# رسائل غير مقروءة',
      many: '# رسالة غير مقروءة',
      other: '# رسالة غير مقروءة',
    }),
  mentions: (mentions) =>
    count(mentions, {
      zero: 'لا إشارات',
      one: 'إشارة واحدة',
      two: 'إشارتان',
      few: '# إشارات',
      many: '# إشارة',
      other: '# إشارة',
    }),
  suggested: (items) =>
    count(items, {
      zero: 'لا اقتراحات',
      one: 'اقتراح واحد',
      two: 'اقتراحان',
      few: '# اقتراحات',
      many: '# اقتراحًا',
      other: '# اقتراح',
    }),
  lengthOf: (length, max) => `${length} من ${max} حرف`,
  tooLong: (characters) =>
    count(characters, {
      zero: 'لا حروف زائدة',
      one: 'حرف واحد زائد',
      two: 'حرفان زائدان',
      few: '# أحرف زائدة',
      many: '# حرفًا زائدًا',
      other: '# حرف زائد',
    }),
};
