import type { Dictionary } from '../../app/language/dictionary';
import { count } from './count';
import { isolate } from './isolate';

export const attaching: Dictionary['attaching'] = {
  attach: 'إرفاق ملفات',
  tray: 'ملفات للإرسال',
  remove: (name) => `إزالة ${isolate(name)}`,
  attached: (n) =>
    count(n, {
      zero: 'لا ملفات مرفقة',
      one: 'أُرفق ملف واحد',
      two: 'أُرفق ملفان',
      few: 'أُرفقت # ملفات',
      many: 'أُرفق # ملفًا',
      other: 'أُرفق # ملف',
    }),
  removed: (name) => `أُزيل ${isolate(name)}`,
  refused: (name, why) => `${isolate(name)}: ${why}`,
  problems: {
    tooLarge: (most) => `كبير جدًا: الحد الأقصى ${isolate(most)}`,
    empty: 'هذا الملف فارغ',
    folder: 'لا يمكن إرسال المجلدات',
    tooMany: (most) => `${most} في المرة الواحدة: يُرسل بعدها`,
  },
  drop: (title) => `الإفلات هنا إلى ${isolate(title)}`,
  dropHint: 'لا يُرسل شيء قبل موافقتك.',
  waiting: 'قيد الانتظار',
  sent: (part, all) => `${isolate(part)} من ${isolate(all)}`,
  uploaded: 'تم الرفع',
  paused: 'متوقف مؤقتًا',
  onlyHere: 'محفوظ ما دامت هذه الصفحة مفتوحة فقط',
  progressOf: (name) => `رفع ${isolate(name)}`,
  pause: (name) => `إيقاف ${isolate(name)} مؤقتًا`,
  resume: (name) => `متابعة ${isolate(name)}`,
  without: (name) => `إرسال بدون ${isolate(name)}`,
  percent: (name, percent) => `${isolate(name)}: ${isolate(percent)}`,
};
