import type { Dictionary } from '../../app/language/dictionary';
import { count } from './count';
import { isolate } from './isolate';

export const problems: Dictionary['problems'] = {
  codes: {
    unauthenticated: 'انتهت جلستك. يرجى تسجيل الدخول من جديد.',
    token_expired: 'انتهت جلستك. يرجى تسجيل الدخول من جديد.',
    forbidden: 'هذا غير مسموح لك هنا.',
    insecure_transport: `يعمل تسجيل الدخول عبر HTTPS فقط. يرجى فتح العنوان الذي يبدأ بـ ${isolate('https://')}.`,
    not_member: 'لست عضوًا في هذه المحادثة.',
    blocked: 'أحد الطرفين حظر الآخر.',
    not_found: 'هذا غير موجود، أو لم يعد موجودًا.',
    gone: 'لم يعد هذا هنا.',
    conflict: 'هذا محجوز بالفعل.',
    edit_window_closed: 'فات أوان التعديل.',
    delete_window_closed: 'فات أوان الحذف لدى الجميع.',
    precondition_failed: 'تم تغييره في هذه الأثناء على جهاز آخر.',
    idempotency_conflict: 'أُرسل هذا من قبل بنص آخر.',
    payload_too_large: 'هذا كبير جدًا.',
    validation_failed: 'لا يُقبل هذا كما هو.',
    service_unavailable: 'جزء من النظام لا يستجيب. يرجى المحاولة بعد لحظة.',
    draining: 'يُعاد تشغيل الخادم. يرجى المحاولة بعد لحظة.',
  },
  other: 'حدث خطأ من جهتنا. يرجى إعادة المحاولة.',
  offline: 'لا اتصال بالخادم. يرجى إعادة المحاولة.',
  notLoaded: 'تعذر تحميل هذا. يرجى التحقق من الاتصال أو إعادة تحميل الصفحة.',
  parts: {
    auth: 'تسجيل الدخول والخروج',
    users: 'الملفات الشخصية والبحث عن الأشخاص',
    access: 'المحادثات',
    chats: 'قائمة المحادثات',
    members: 'قائمة الأعضاء',
    invites: 'الدعوات',
    reads: 'حالة القراءة',
    messages: 'الرسائل',
  },
  away: (part) => `${part}: غير متاح حاليًا. الباقي يعمل، ويمكن إعادة المحاولة بعد لحظة.`,
  wait: (seconds) =>
    count(seconds, {
      zero: 'محاولات كثيرة. يمكن إعادة المحاولة الآن.',
      one: 'محاولات كثيرة. يرجى الانتظار ثانية واحدة.',
      two: 'محاولات كثيرة. يرجى الانتظار ثانيتين.',
      few: 'محاولات كثيرة. يرجى الانتظار # ثوانٍ.',
      many: 'محاولات كثيرة. يرجى الانتظار # ثانية.',
      other: 'محاولات كثيرة. يرجى الانتظار # ثانية.',
    }),
};
