import type { Dictionary } from '../../app/language/dictionary';
import { count } from './count';
export const files: Dictionary['files'] = {
  voice: 'Голосове повідомлення',
  unplayed: 'Ще не прослухано',
  pages: (pages) =>
    count(pages, { one: '# сторінка', few: '# сторінки', many: '# сторінок', other: '# сторінки' }),
  open: (name) => `Відкрити ${name}`,
  download: (name) => `Завантажити ${name}`,
  save: 'Завантажити',
  close: 'Закрити',
  next: 'Далі',
  previous: 'Назад',
  placeOf: (place, all) => `${place} з ${all}`,
  gone: 'Цього файлу тут уже немає.',
  play: (name) => `Відтворити ${name}`,
  pause: 'Призупинити',
  position: 'Місце',
  speed: (times) => `Швидкість ${times}`,
  playedOf: (now, all) => `${now} з ${all}`,
  notPlayed: 'Цей браузер не може відтворити файл.',
  kindsLabel: 'Види файлів',
  kinds: { visual: 'Медіа', document: 'Документи', sound: 'Звук', other: 'Інше' },
  none: {
    visual: 'Ще немає зображень чи відео',
    document: 'Ще немає документів',
    sound: 'Ще нічого послухати',
    other: 'Ще немає інших файлів',
  },
  noneHint: 'Надіслане в цей чат можна знайти тут.',
  place: 'Показати в чаті',
  showPlace: (name) => `Показати ${name} у чаті`,
  again: 'Спробувати ще раз',
};
