import type { Dictionary } from '../../app/language/dictionary';
import { count } from './count';

export const commands: Dictionary['commands'] = {
  newChat: 'Новий чат',
  install: 'Встановити Parley',
  browse: 'Огляд каналів',
  markAllRead: 'Позначити все прочитаним',
  keys: 'Комбінації клавіш',
  settings: 'Усі налаштування',
  console: 'Консоль робочого простору',
  directory: 'Довідник',
  search: 'Шукати повідомлення',
  theme: {
    system: 'Вигляд: як на пристрої',
    light: 'Вигляд: світлий',
    dark: 'Вигляд: темний',
    contrast: 'Вигляд: високий контраст',
  },
  signOut: 'Вийти',
  signOutTitle: 'Вийти?',
  signOutHint: (messages) =>
    count(messages, {
      one: '# повідомлення ще не надіслано, його буде втрачено.',
      few: '# повідомлення ще не надіслано, їх буде втрачено.',
      many: '# повідомлень ще не надіслано, їх буде втрачено.',
      other: '# повідомлення ще не надіслано, їх буде втрачено.',
    }),
  signOutAnyway: 'Вийти та втратити їх',
};
