import type { Dictionary } from '../../app/language/dictionary';

export const stats: Dictionary['stats'] = {
  period: 'الفترة',
  periods: { week: '7 أيام', month: '30 يومًا', year: 'سنة' },
  now: 'الآن',
  people: 'الأشخاص',
  peopleHint: (active, suspended) => `النشطون ${active}، الموقوفون ${suspended}`,
  bots: 'البوتات',
  chats: 'المحادثات',
  chatsHint: (direct, groups, channels) =>
    `المباشرة ${direct}، المجموعات ${groups}، القنوات ${channels}`,
  messages: 'الرسائل',
  storage: 'الملفات',
  storageHint: (limit) => `من ${limit}`,
  calls: 'المكالمات',
  messagesPerDay: 'الرسائل في اليوم',
  callsPerDay: 'المكالمات في اليوم',
  today: (value, most) => `اليوم ${value}، والأكثر ${most}.`,
  latest: (value) => `الآن ${value}.`,
  asTable: 'عرض كجدول',
  day: 'اليوم بتوقيت UTC',
  count: 'العدد',
  unknown: 'لم يُحسب',
  away: (parts) => `لا يجيب، ولذلك ينقص هنا: ${parts}.`,
  hint: 'الأيام بتوقيت UTC، ويبدأ العدّ من أول مرة عدّ فيها هذا الخادم.',
};
