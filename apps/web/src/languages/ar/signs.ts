import type { Dictionary } from '../../app/language/dictionary';
import { count } from './count';

export const signs: Dictionary['signs'] = {
  react: 'تفاعل',
  reactions: 'التفاعلات',
  others: (people) => count(people, { other: 'آخرون: #' }),
  pin: 'تثبيت للجميع',
  unpin: 'إلغاء التثبيت',
  pinnedBy: (name) => `ثبّتها ${name}`,
  pinned: 'المثبّتة',
  noPinsTitle: 'لا شيء مثبّت',
  noPins: 'ما ينبغي أن يجده الجميع يُثبَّت من قائمته.',
  morePins: 'عرض المزيد',
  callAllTitle: (people) => count(people, { other: 'تنبيه الأشخاص: #؟' }),
  callAll: (call) => `${call} يذكر كل من في هذه المحادثة.`,
  send: 'إرسال',
};
