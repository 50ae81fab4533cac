import type { Dictionary } from '../../app/language/dictionary';
import { isolate } from './isolate';

export const directory: Dictionary['directory'] = {
  title: 'الدليل',
  pageTitle: {
    people: 'الأشخاص · الدليل · Parley',
    channels: 'القنوات · الدليل · Parley',
  },
  kind: 'مجال البحث',
  tabs: { people: 'الأشخاص', channels: 'القنوات' },
  findPeople: 'البحث عن أشخاص',
  findPeopleHint: 'الاسم أو اسم المستخدم',
  nobody: 'لا أحد بهذا الاسم',
  nobodyHint: 'يمكن البحث ببداية اسم أو اسم مستخدم.',
  more: 'عرض المزيد',
  write: 'مراسلة',
  writeTo: (name) => `مراسلة ${isolate(name)}`,
  card: (name) => `${isolate(name)}: بطاقة تعريف`,
  you: '(أنت)',
};
