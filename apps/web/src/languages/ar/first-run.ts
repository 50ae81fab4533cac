import type { Dictionary } from '../../app/language/dictionary';
import { isolate } from './isolate';

export const firstRun: Dictionary['firstRun'] = {
  title: (workspace, name) => `مرحبًا بك في ${isolate(workspace)}، ${isolate(name)}`,
  hint: 'بعض الأمور للبداية، وستبقى هنا لاحقًا أيضًا.',
  notes: 'كتابة ملاحظة لنفسك',
  notesHint: 'لا يراها سواك، على كل أجهزتك.',
  channel: (name) => `إلقاء التحية في ${isolate(name)}`,
  channelHint: 'الجميع موجودون فيها.',
  browse: 'إلقاء نظرة على القنوات',
  browseHint: 'والانضمام إلى ما يعجبك منها.',
  invite: 'دعوة أشخاص',
  inviteHint: 'ينسخ رابطًا يتيح لهم الدخول.',
  inviteDone: 'تم نسخ الرابط، ويمكن إرساله إلى من تشاء.',
  inviteByHand: (link) => `رابط للنسخ: ${isolate(link)}`,
  install: 'التثبيت كتطبيق',
  installHint: 'بنافذة وعدّاد خاصين به.',
  close: 'حسنًا',
};
