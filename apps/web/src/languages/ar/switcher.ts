import type { Dictionary } from '../../app/language/dictionary';
import { count } from './count';
import { isolate } from './isolate';

export const switcher: Dictionary['switcher'] = {
  title: 'بحث أو انتقال إلى',
  placeholder: 'محادثات وأشخاص وقنوات وأوامر',
  results: 'النتائج',
  sections: {
    recent: 'الأخيرة',
    chats: 'المحادثات',
    people: 'الأشخاص',
    channels: 'قنوات للانضمام',
    commands: 'الأوامر',
    messages: 'الرسائل',
  },
  searchFor: (query) => `بحث عن «${isolate(query)}» في الرسائل`,
  searching: 'جارٍ البحث…',
  nothing: (query) => `لا شيء يطابق «${isolate(query)}»`,
  nothingHint: 'قد تفيد حروف أقل أو كلمات أخرى.',
  onlyKnown: 'غير متصل: فقط ما يعرفه هذا الجهاز.',
  join: 'انضمام',
  people: (people) =>
    count(people, {
      zero: 'لا أحد',
      one: 'شخص واحد',
      two: 'شخصان',
      few: '# أشخاص',
      many: '# شخصًا',
      other: '# شخص',
    }),
  hints: { choose: 'اختيار', open: 'فتح', close: 'إغلاق', search: 'بحث في الرسائل' },
  keys: { enter: 'Enter', escape: 'Esc' },
};
