import type { Dictionary } from '../../app/language/dictionary';
import { count } from './count';
import { isolate } from './isolate';

export const invites: Dictionary['invites'] = {
  pageTitle: 'دعوة · Parley',
  title: 'لديك دعوة',
  loading: 'جارٍ البحث عن الدعوة…',
  by: (inviter, chat) => `دعوة من ${isolate(inviter)} إلى ${isolate(chat)}`,
  members: (people) =>
    count(people, {
      zero: 'لا أحد',
      one: 'شخص واحد',
      two: 'شخصان',
      few: '# أشخاص',
      many: '# شخصًا',
      other: '# شخص',
    }),
  join: 'الانضمام إلى المحادثة',
  signIn: 'تسجيل الدخول للانضمام',
  register: 'إنشاء حساب',
  goneTitle: 'انتهت هذه الدعوة',
  goneHint: 'انتهت مدتها أو استُنفدت أو سُحبت. يمكن طلب دعوة جديدة.',
  unknownTitle: 'لا توجد دعوة كهذه',
  unknownHint: 'يرجى التحقق من الرابط: ربما ينقصه جزء.',
  failedTitle: 'لا يمكن عرض الدعوة',
  tryAgain: 'إعادة المحاولة',
  toChats: 'إلى المحادثات',
};
