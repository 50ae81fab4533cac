import type { Dictionary } from '../../app/language/dictionary';
import { count } from './count';
import { isolate } from './isolate';
export const files: Dictionary['files'] = {
  voice: 'رسالة صوتية',
  unplayed: 'لم يُشغَّل بعد',
  pages: (pages) =>
    count(pages, {
      zero: 'بلا صفحات',
      one: 'صفحة واحدة',
      two: 'صفحتان',
      few: '# صفحات',
      many: '# صفحة',
      other: '# صفحة',
    }),
  open: (name) => `فتح ${isolate(name)}`,
  download: (name) => `تنزيل ${isolate(name)}`,
  save: 'تنزيل',
  close: 'إغلاق',
  next: 'التالي',
  previous: 'السابق',
  placeOf: (place, all) => `${place} من ${all}`,
  gone: 'لم يعد هذا الملف هنا.',
  play: (name) => `تشغيل ${isolate(name)}`,
  pause: 'إيقاف مؤقت',
  position: 'الموضع',
  speed: (times) => `السرعة ${times}`,
  playedOf: (now, all) => `${now} من ${all}`,
  notPlayed: 'لا يستطيع هذا المتصفح تشغيل الملف.',
  kindsLabel: 'أنواع الملفات',
  kinds: { visual: 'الوسائط', document: 'المستندات', sound: 'الصوت', other: 'أخرى' },
  none: {
    visual: 'لا صور أو أفلام بعد',
    document: 'لا مستندات بعد',
    sound: 'لا شيء للاستماع إليه بعد',
    other: 'لا ملفات أخرى بعد',
  },
  noneHint: 'ما يُرسل في هذه المحادثة تجده هنا.',
  place: 'عرض في المحادثة',
  showPlace: (name) => `عرض ${isolate(name)} في المحادثة`,
  again: 'إعادة المحاولة',
};
