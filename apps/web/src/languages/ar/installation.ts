import type { Dictionary } from '../../app/language/dictionary';

export const installation: Dictionary['installation'] = {
  newVersion: 'يوجد إصدار جديد من Parley.',
  brokenVersion: 'هذا الإصدار من Parley لم يعد مكتملًا. كل ما كتبته محفوظ.',
  reload: 'إعادة التحميل',
  notKept: {
    off: 'هذا المتصفح لا يحفظ شيئًا لتطبيق Parley. يُرسل ما تكتبه ما دامت هذه الصفحة مفتوحة.',
    full: 'لم تعد هناك مساحة على هذا الجهاز. يُرسل ما تكتبه ما دامت هذه الصفحة مفتوحة.',
  },
  shareTitle: 'إرسال إلى…',
  shareHint: 'ينتظر في حقل الكتابة حتى إرساله.',
  shareFilter: 'البحث عن محادثة',
  shareNobody: 'لا محادثة بهذا الاسم',
};
