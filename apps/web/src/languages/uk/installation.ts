import type { Dictionary } from '../../app/language/dictionary';

export const installation: Dictionary['installation'] = {
  newVersion: 'Є нова версія Parley.',
  brokenVersion: 'Ця версія Parley вже неповна. Усе, що ви написали, збережено.',
  reload: 'Оновити',
  notKept: {
    off: 'Цей браузер нічого не зберігає для Parley. Написане буде надіслано, поки ця сторінка відкрита.',
    full: 'На цьому пристрої не лишилося місця. Написане буде надіслано, поки ця сторінка відкрита.',
  },
  shareTitle: 'Надіслати до…',
  shareHint: 'Чекатиме в полі повідомлення, доки ви не надішлете.',
  shareFilter: 'Знайти чат',
  shareNobody: 'Немає чату з такою назвою',
};
