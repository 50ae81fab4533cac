import type { Dictionary } from '../../app/language/dictionary';

export const shortcuts: Dictionary['shortcuts'] = {
  title: 'اختصارات لوحة المفاتيح',
  mod: { mac: '⌘', other: 'Ctrl' },
  alt: { mac: '⌥', other: 'Alt' },
  names: { ArrowUp: '↑', ArrowDown: '↓', Escape: 'Esc' },
  groups: { shell: 'في كل مكان', list: 'في قائمة المحادثات', writing: 'أثناء الكتابة' },
  keys: {
    find: 'البحث عن محادثة أو شخص أو قناة أو أمر',
    previousChat: 'المحادثة الأعلى',
    nextChat: 'المحادثة الأدنى',
    previousUnread: 'المحادثة غير المقروءة الأعلى',
    nextUnread: 'المحادثة غير المقروءة الأدنى',
    settings: 'الإعدادات',
    keys: 'هذه الاختصارات',
    close: 'إغلاق ما هو مفتوح',
    row: 'الصف التالي',
    raise: 'نقل مفضلة إلى الأعلى',
    lower: 'نقل مفضلة إلى الأسفل',
    rowMenu: 'قائمة المحادثة',
    send: 'إرسال',
    newLine: 'سطر جديد',
    bold: 'غامق',
    italic: 'مائل',
    link: 'تحويل المحدد إلى رابط',
    editLast: 'تعديل آخر رسالة، والحقل فارغ',
  },
};
