import type { Dictionary } from '../../app/language/dictionary';

export const notifications: Dictionary['notifications'] = {
  title: 'الإشعارات',
  pageTitle: 'الإشعارات · Parley',
  bell: (count) => (count > 0 ? `الإشعارات، غير المقروءة: ${count}` : 'الإشعارات'),
  readAll: 'تعليم الكل كمقروء',
  more: 'عرض المزيد',
  unread: 'غير مقروء',
  justNow: 'الآن',
  emptyTitle: 'لم يحدث شيء بعد',
  emptyHint: 'حين يشير إليك أحد أو يرد عليك أو يتصل بك دون جواب، تجد ذلك هنا.',
  offer: 'اعلم بها على هذا الجهاز أيضًا حين يكون Parley مفتوحًا في الخلفية.',
  allow: 'تفعيل',
  message: 'رسالة جديدة',
  kinds: {
    mention: 'تمت الإشارة إليك',
    everyone: 'تم نداء الجميع',
    reply: 'رد جديد',
    keyword: 'ذُكرت إحدى كلماتك',
    reaction: 'تفاعل جديد',
    missed_call: 'مكالمة فائتة',
    added: 'تمت إضافتك إلى محادثة',
  },
};
