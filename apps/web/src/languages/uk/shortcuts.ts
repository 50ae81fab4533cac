import type { Dictionary } from '../../app/language/dictionary';

export const shortcuts: Dictionary['shortcuts'] = {
  title: 'Комбінації клавіш',
  mod: { mac: '⌘', other: 'Ctrl' },
  alt: { mac: '⌥', other: 'Alt' },
  names: { ArrowUp: '↑', ArrowDown: '↓', Escape: 'Esc' },
  groups: { shell: 'Усюди', list: 'У списку чатів', writing: 'Під час письма' },
  keys: {
    find: 'Знайти чат, людину, канал або команду',
    previousChat: 'Чат вище',
    nextChat: 'Чат нижче',
    previousUnread: 'Непрочитаний чат вище',
    nextUnread: 'Непрочитаний чат нижче',
    settings: 'Налаштування',
    keys: 'Ці комбінації',
    close: 'Закрити те, що відкрито',
    row: 'Наступний рядок',
    raise: 'Підняти вибраний чат',
    lower: 'Опустити вибраний чат',
    rowMenu: 'Меню чату',
    send: 'Надіслати',
    newLine: 'Новий рядок',
    bold: 'Жирний',
    italic: 'Курсив',
    link: 'Посилання з виділеного',
    editLast: 'Змінити останнє повідомлення, у порожньому полі',
  },
};
