import type { Dictionary } from '../../app/language/dictionary';
import { count } from './count';
import { isolate } from './isolate';

/** What was done, then by whom: a verb would have to know whether a man or a woman did it. */
export const system: Dictionary['system'] = {
  created: (who, what) => `تم إنشاء ${what} بواسطة ${isolate(who)}`,
  kinds: { direct: 'هذه المحادثة', group: 'المجموعة', channel: 'القناة' },
  // Several, of any script: it is the list that runs from the right.
  added: (who, whom) => `تمت إضافة \u2067${whom}\u2069 بواسطة ${isolate(who)}`,
  others: (n) =>
    count(n, {
      zero: 'لا أحد غيرهم',
      one: 'شخص آخر',
      two: 'شخصين آخرين',
      few: '# آخرين',
      many: '# آخر',
      other: '# آخر',
    }),
  joined: (who) => `انضمام ${isolate(who)} إلى المحادثة`,
  left: (who) => `مغادرة ${isolate(who)} للمحادثة`,
  removed: (who, whom) => `تمت إزالة ${isolate(whom)} بواسطة ${isolate(who)}`,
  role: (who, whom, role) => `دور جديد من ${isolate(who)} إلى ${isolate(whom)}: ${role}`,
  roles: { owner: 'المالك', admin: 'مشرف', member: 'عضو', readonly: 'قراءة فقط' },
  handedOver: (who, whom) => `نقل ملكية المحادثة من ${isolate(who)} إلى ${isolate(whom)}`,
  renamed: (who, name) => `اسم جديد للمحادثة من ${isolate(who)}: «${isolate(name)}»`,
  topic: (who, topic) => `موضوع جديد من ${isolate(who)}: ${isolate(topic)}`,
  noTopic: (who) => `تمت إزالة الموضوع بواسطة ${isolate(who)}`,
  picture: (who) => `تم تغيير صورة المحادثة بواسطة ${isolate(who)}`,
  noPicture: (who) => `تمت إزالة صورة المحادثة بواسطة ${isolate(who)}`,
  archived: (who) => `تمت أرشفة المحادثة بواسطة ${isolate(who)}`,
  restored: (who) => `تمت استعادة المحادثة بواسطة ${isolate(who)}`,
  changed: (who) => `تم تغيير إعدادات المحادثة بواسطة ${isolate(who)}`,
  deleted: (who) => `تم حذف المحادثة بواسطة ${isolate(who)}`,
  called: (who, what) => `مكالمة من ${isolate(who)} · ${what}`,
  unheard: {
    missed: 'لا رد',
    declined: 'مرفوضة',
    busy: 'مشغول',
    cancelled: 'ملغاة',
    failed: 'تعذر الاتصال',
  },
};
