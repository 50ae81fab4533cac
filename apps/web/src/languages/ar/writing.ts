import type { Dictionary } from '../../app/language/dictionary';

export const writing: Dictionary['writing'] = {
  emoji: 'رموز تعبيرية',
  noEmoji: 'تعذر تحميل الرموز التعبيرية: لا اتصال بالخادم.',
  tryAgain: 'إعادة المحاولة',
  picker: {
    search: 'البحث عن رمز',
    groups: 'مجموعات الرموز',
    recent: 'المستخدمة حديثًا',
    found: 'النتائج',
    noMatch: 'لا رمز بهذا الاسم',
    tone: 'لون البشرة',
    noTone: 'دون لون',
  },
  everybodyHere: 'كل المتصلين الآن',
  everybody: 'كل من في هذه المحادثة',
};
