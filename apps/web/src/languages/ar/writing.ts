import type { Dictionary } from '../../app/language/dictionary';
import { isolate } from './isolate';

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
    groupNames: {
      smileys: 'الوجوه والمشاعر',
      people: 'الأشخاص والجسم',
      nature: 'الحيوانات والطبيعة',
      food: 'الطعام والشراب',
      travel: 'السفر والأماكن',
      activities: 'الأنشطة',
      objects: 'الأشياء',
      symbols: 'العلامات',
      flags: 'الأعلام',
    },
    toneNames: {
      light: 'بشرة فاتحة',
      mediumLight: 'بشرة فاتحة إلى متوسطة',
      medium: 'بشرة متوسطة',
      mediumDark: 'بشرة متوسطة إلى داكنة',
      dark: 'بشرة داكنة',
    },
  },
  onlyReading: 'يمكنك القراءة هنا دون الكتابة.',
  everybodyHere: 'كل المتصلين الآن',
  everybody: 'كل من في هذه المحادثة',
  editHint: (enter) => `${isolate(enter)} للحفظ، ${isolate('Esc')} للإلغاء`,
  homeless: (notes) => `لم تعد في محادثة كتبت فيها. ما لم يُرسل ينتظر في «${notes}».`,
};
