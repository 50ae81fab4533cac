import type { Dictionary } from '../../app/language/dictionary';
import { isolate } from './isolate';

export const voice: Dictionary['voice'] = {
  record: 'تسجيل رسالة صوتية',
  panel: 'تسجيل لرسالة صوتية',
  asking: 'بانتظار الميكروفون…',
  recording: 'جارٍ التسجيل',
  paused: 'متوقف مؤقتًا',
  slide: 'السحب للتجاهل',
  pause: 'إيقاف التسجيل مؤقتًا',
  resume: 'متابعة التسجيل',
  stop: 'الإنهاء والاستماع',
  discard: 'تجاهل التسجيل',
  send: 'إرسال الرسالة الصوتية',
  listen: 'الاستماع',
  recorded: (time) => `مدة التسجيل ${time}. لن يُرسل شيء قبل موافقتك.`,
  sent: 'أُرسلت الرسالة الصوتية',
  discarded: 'تم تجاهل التسجيل',
  undo: 'تراجع',
  full: (minutes) => `أقصى مدة للرسالة الصوتية بالدقائق: ${minutes}`,
  broken: 'اختفى الميكروفون. ما سُجّل محفوظ.',
  keptIn: (title) => `تسجيلك ينتظر في ${isolate(title)}`,
  close: 'إغلاق',
  problems: {
    refused: 'المتصفح لا يسمح لهذه الصفحة بالميكروفون. يمكن السماح به هناك ثم إعادة المحاولة.',
    missing: 'لم يُعثر على ميكروفون.',
    busy: 'الميكروفون لا يستجيب. ربما يستخدمه تطبيق آخر.',
    insecure: 'لا تتيح المتصفحات الميكروفون إلا للصفحات الآمنة (https).',
    unsupported: 'لا يستطيع هذا المتصفح التسجيل.',
    notLoaded: 'تعذّر تحميل المسجّل. يمكن إعادة المحاولة عند عودة الشبكة.',
  },
};
