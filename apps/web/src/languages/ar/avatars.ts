import type { Dictionary } from '../../app/language/dictionary';

export const avatars: Dictionary['avatars'] = {
  choose: 'اختيار صورة',
  change: 'تغيير الصورة',
  remove: 'إزالة الصورة',
  save: 'حفظ الصورة',
  cancel: 'إلغاء',
  hint: 'أو يمكن إفلات صورة هنا. يرى الآخرون وسطها على شكل مربع.',
  preview: 'هكذا سيراها الآخرون.',
  saved: 'تم حفظ الصورة',
  removed: 'تمت إزالة الصورة',
  notAPicture: 'لا يمكن قراءة هذا الملف كصورة. الأنواع المقبولة: JPEG أو PNG أو WebP.',
};
