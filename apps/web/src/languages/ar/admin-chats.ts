import type { Dictionary } from '../../app/language/dictionary';
import { count } from './count';
import { isolate } from './isolate';

export const adminChats: Dictionary['adminChats'] = {
  find: 'البحث عن محادثات',
  findHint: 'الاسم أو الموضوع أو العنوان',
  chat: 'المحادثة',
  kind: 'النوع',
  everyKind: 'كل الأنواع',
  kinds: { group: 'مجموعة', channel: 'قناة' },
  state: 'الحالة',
  everyState: 'الكل',
  states: { active: 'نشطة', archived: 'مؤرشفة', deleted: 'محذوفة' },
  members: 'الأعضاء',
  messages: 'الرسائل',
  created: 'تاريخ الإنشاء',
  lastMessage: 'آخر رسالة',
  deleted: 'تاريخ الحذف',
  owner: 'المالك',
  found: 'يجدها',
  finders: { public: 'الجميع', private: 'من تصله دعوة' },
  none: 'لا محادثة بهذه الصفات',
  noneHint: 'جرّب اسمًا آخر أو عوامل تصفية أقل.',
  count: (chats) =>
    count(chats, {
      zero: 'لا محادثات',
      one: 'محادثة واحدة',
      two: 'محادثتان',
      few: '# محادثات',
      many: '# محادثة',
      other: '# محادثة',
    }),
  leftOut: (names) => `مستثنى لأن ذلك تم من قبل: ${isolate(names)}.`,
  deeds: {
    archive: {
      name: 'أرشفة',
      title: (which) => `أرشفة: ${isolate(which)}؟`,
      text: 'يظل أعضاؤها قادرين على قراءتها، ولا يكتب أحد حتى استعادتها. يظهر فيها أنك من فعل ذلك.',
      done: (which) => `تمت الأرشفة: ${isolate(which)}`,
    },
    restore: {
      name: 'استعادة من الأرشيف',
      title: (which) => `استعادة من الأرشيف: ${isolate(which)}؟`,
      text: 'يعود أعضاؤها قادرين على الكتابة. يظهر فيها أنك من فعل ذلك.',
      done: (which) => `تمت الاستعادة من الأرشيف: ${isolate(which)}`,
    },
    remove: {
      name: 'حذف',
      title: (which) => `حذف: ${isolate(which)}؟`,
      text: 'تزول فورًا لدى جميع أعضائها مع كل ما قيل فيها. لا رجعة في ذلك: تُحفظ 30 يومًا ولا يقرؤها أحد.',
      done: (which) => `تم الحذف: ${isolate(which)}`,
    },
  },
  handOver: {
    name: 'نقل الملكية',
    title: (chat) => `نقل الملكية: ${isolate(chat)}`,
    hint: 'إلى أحد أعضائها. لا يظهر الموقوفون ولا البوتات.',
    nobody: 'ليس فيها عضو آخر يمكن أن يملكها.',
    question: (chat, who) => `نقل ملكية ${isolate(chat)} إلى ${isolate(who)}؟`,
    text: 'يصبح هذا الشخص مالكها ويستطيع فعل كل شيء فيها. يبقى مالكها الحالي مشرفًا. يظهر فيها أنك من فعل ذلك.',
    done: (chat, who) => `تم نقل الملكية إلى ${isolate(who)}: ${isolate(chat)}`,
    refused: 'لا يملكها إلا عضو غير موقوف وليس بوتًا.',
  },
  log: 'ما جرى عليها',
};
