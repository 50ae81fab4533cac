import type { Dictionary } from '../../app/language/dictionary';
import { count } from './count';

export const signs: Dictionary['signs'] = {
  react: 'Відреагувати',
  reactions: 'Реакції',
  others: (people) => count(people, { other: 'ще #' }),
  pin: 'Закріпити для всіх',
  unpin: 'Відкріпити',
  pinnedBy: (name) => `Закріплює ${name}`,
  pinned: 'Закріплене',
  noPinsTitle: 'Нічого не закріплено',
  noPins: 'Те, що мають знаходити всі, закріплюють через його меню.',
  morePins: 'Показати більше',
  callAllTitle: (people) =>
    count(people, {
      one: 'Сповістити # особу?',
      few: 'Сповістити # особи?',
      many: 'Сповістити # осіб?',
      other: 'Сповістити # особи?',
    }),
  callAll: (call) => `${call} згадує всіх у цьому чаті.`,
  send: 'Надіслати',
};
