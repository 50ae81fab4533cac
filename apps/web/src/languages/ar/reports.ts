import type { Dictionary } from '../../app/language/dictionary';
import { count } from './count';
import { isolate } from './isolate';

export const reports: Dictionary['reports'] = {
  state: 'الحالة',
  states: { open: 'مفتوحة', closed: 'مغلقة' },
  about: 'عن',
  what: 'ماذا',
  why: 'لماذا',
  reported: 'وقت البلاغ',
  outcome: 'النتيجة',
  person: 'الشخص نفسه',
  noText: 'رسالة بلا كلمات',
  textGone: 'لا يُحفظ النص.',
  files: (files) =>
    count(files, {
      zero: 'لا ملفات',
      one: 'ملف واحد',
      two: 'ملفان',
      few: '# ملفات',
      many: '# ملفًا',
      other: '# ملف',
    }),
  by: (people) =>
    count(people, {
      zero: 'من لا أحد',
      one: 'من شخص واحد',
      two: 'من شخصين',
      few: 'من # أشخاص',
      many: 'من # شخصًا',
      other: 'من # شخص',
    }),
  none: { open: 'لا بلاغات مفتوحة', closed: 'لم يُغلق أي بلاغ بعد' },
  noneHint: 'يبلّغ الناس عن رسائل وعن أشخاص، وهنا ما يقولون.',
  categories: {
    spam: 'إزعاج دعائي',
    harassment: 'مضايقة',
    illegal: 'مخالف للقانون',
    other: 'سبب آخر',
  },
  messageOf: (name) => `رسالة من ${isolate(name)}`,
  written: (time) => `كُتبت في ${isolate(time)}`,
  complaints: 'من أبلغ',
  more: (people) =>
    count(people, {
      zero: 'ولا أحد غيرهم',
      one: 'وشخص آخر واحد',
      two: 'وشخصان آخران',
      few: 'و# أشخاص آخرين',
      many: 'و# شخصًا آخر',
      other: 'و# شخص آخر',
    }),
  acts: {
    dismiss: {
      name: 'رفض البلاغ',
      title: 'رفض هذا البلاغ؟',
      text: 'لا يحدث شيء ويُغلق البلاغ. لا يُخبَر أحد.',
      done: 'رُفض البلاغ',
    },
    delete_message: {
      name: 'حذف الرسالة',
      title: 'حذف الرسالة لدى الجميع؟',
      text: 'تختفي لدى الجميع مع ملفاتها، ويظهر مكانها أنها حُذفت. يُغلق البلاغ ويحتفظ بالنص.',
      done: 'حُذفت الرسالة',
    },
    warn: {
      name: 'تحذير الشخص',
      title: 'تحذير الشخص؟',
      text: 'يعلم فورًا أن هذا لا يجوز أن يستمر، بكلمات السبب، ولا يعلم ممن. يُغلق البلاغ.',
      done: 'حُذّر الشخص',
    },
    mute: {
      name: 'منع الشخص من الكتابة',
      title: 'منع الشخص من الكتابة؟',
      text: 'يقرأ حتى ذلك الحين ولا يكتب في أي مكان: لا رسالة ولا تعديل ولا تفاعل. يعلم بذلك فورًا بكلمات السبب. يُغلق البلاغ.',
      done: 'مُنع الشخص من الكتابة',
    },
    ban: {
      name: 'إيقاف الشخص',
      title: 'إيقاف الشخص؟',
      text: 'يُسجَّل خروجه من كل الأجهزة فورًا ويتعذر عليه الدخول. يستطيع المشرف استعادته. يُغلق البلاغ.',
      done: 'أُوقف الشخص',
    },
  },
  howLong: 'المدة',
  spans: { hour: 'ساعة واحدة', day: 'يوم واحد', week: 'أسبوع واحد', month: '30 يومًا' },
  reasonIsRead: 'يقرؤه الشخص ويُحفظ في سجل التدقيق.',
  outcomeBy: (act, name) => `${act} بواسطة ${isolate(name)}`,
  closedMeanwhile: 'عالجه شخص آخر في هذه الأثناء.',
};
