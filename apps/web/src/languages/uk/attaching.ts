import type { Dictionary } from '../../app/language/dictionary';
import { count } from './count';

export const attaching: Dictionary['attaching'] = {
  attach: 'Додати файли',
  tray: 'Файли для надсилання',
  remove: (name) => `Прибрати ${name}`,
  attached: (n) =>
    count(n, {
      one: 'Додано # файл',
      few: 'Додано # файли',
      many: 'Додано # файлів',
      other: 'Додано # файлу',
    }),
  removed: (name) => `${name}: прибрано`,
  refused: (name, why) => `${name}: ${why}`,
  problems: {
    tooLarge: (most) => `Завеликий: щонайбільше ${most}`,
    empty: 'Цей файл порожній',
    folder: 'Теки не можна надсилати',
    tooMany: (most) => `Щонайбільше ${most} за раз: надішліть його потім`,
  },
  drop: (title) => `Відпустіть тут для ${title}`,
  dropHint: 'Нічого не буде надіслано без вашої згоди.',
  waiting: 'Очікує',
  sent: (part, all) => `${part} з ${all}`,
  uploaded: 'Вивантажено',
  paused: 'Призупинено',
  onlyHere: 'Зберігається, лише поки ця сторінка відкрита',
  progressOf: (name) => `Вивантаження: ${name}`,
  pause: (name) => `Призупинити ${name}`,
  resume: (name) => `Продовжити ${name}`,
  without: (name) => `Надіслати без ${name}`,
  percent: (name, percent) => `${name}: ${percent}`,
};
