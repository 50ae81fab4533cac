import type { Dictionary } from '../../app/language/dictionary';
import { count } from './count';

export const invites: Dictionary['invites'] = {
  pageTitle: 'Запрошення · Parley',
  title: 'Вас запрошено',
  loading: 'Шукаємо запрошення…',
  by: (inviter, chat) => `${inviter} запрошує вас до «${chat}»`,
  members: (people) =>
    count(people, { one: '# особа', few: '# особи', many: '# осіб', other: '# особи' }),
  join: 'Приєднатися до чату',
  signIn: 'Увійти й приєднатися',
  register: 'Створити обліковий запис',
  goneTitle: 'Це запрошення вже не діє',
  goneHint: 'Його термін минув, його використано або відкликано. Попросіть нове.',
  unknownTitle: 'Такого запрошення немає',
  unknownHint: 'Перевірте посилання: можливо, бракує частини.',
  failedTitle: 'Запрошення неможливо показати',
  tryAgain: 'Спробувати ще раз',
  toChats: 'До чатів',
};
