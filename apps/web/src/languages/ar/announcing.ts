import type { Dictionary } from '../../app/language/dictionary';

export const announcing: Dictionary['announcing'] = {
  region: 'الإعلانات',
  dismiss: (text) => `إخفاء: ${text}`,
  warning: 'هذا تحذير لك من أحد المراقبين.',
  mute: (until) => `منعك أحد المراقبين من الكتابة حتى ${until}.`,
  unmute: 'يمكنك الكتابة من جديد.',
  understood: 'مفهوم',
  exports: {
    ready: 'أرشيف بياناتك جاهز.',
    failed: 'تعذّر إنشاء أرشيف بياناتك.',
  },
  open: 'فتح',
};
