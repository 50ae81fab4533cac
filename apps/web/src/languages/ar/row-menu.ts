import type { Dictionary } from '../../app/language/dictionary';

export const rowMenu: Dictionary['rowMenu'] = {
  deeds: {
    read: 'تعليم كمقروءة',
    favourite: 'إضافة إلى المفضلة',
    plain: 'إزالة من المفضلة',
    up: 'نقل إلى الأعلى',
    down: 'نقل إلى الأسفل',
    mute: 'كتم…',
    unmute: 'إلغاء الكتم',
    details: 'التفاصيل',
  },
  leave: 'مغادرة…',
  hide: 'إخفاء…',
  spans: { hour: 'لمدة ساعة', 'working-day': 'لمدة 8 ساعات', always: 'حتى إلغاء الكتم' },
};
