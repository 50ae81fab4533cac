import type { Dictionary } from '../../app/language/dictionary';
import { count } from './count';

export const reports: Dictionary['reports'] = {
  state: 'Стан',
  states: { open: 'Відкриті', closed: 'Закриті' },
  about: 'Про кого',
  what: 'Що',
  why: 'Чому',
  reported: 'Коли',
  outcome: 'Підсумок',
  person: 'Людина',
  noText: 'Повідомлення без слів',
  textGone: 'Текст не зберігається.',
  files: (files) =>
    count(files, { one: '# файл', few: '# файли', many: '# файлів', other: '# файлу' }),
  by: (people) =>
    count(people, {
      one: 'від # людини',
      few: 'від # людей',
      many: 'від # людей',
      other: 'від # людини',
    }),
  none: { open: 'Відкритих скарг немає', closed: 'Закритих скарг ще немає' },
  noneHint: 'Люди скаржаться на повідомлення та інших людей; тут те, що вони кажуть.',
  categories: {
    spam: 'Спам',
    harassment: 'Цькування',
    illegal: 'Порушення закону',
    other: 'Щось інше',
  },
  messageOf: (name) => `Повідомлення від ${name}`,
  written: (time) => `Написано: ${time}`,
  complaints: 'Хто поскаржився',
  more: (people) =>
    count(people, {
      one: 'і ще # людина',
      few: 'і ще # людини',
      many: 'і ще # людей',
      other: 'і ще # людини',
    }),
  acts: {
    dismiss: {
      name: 'Відхилити',
      title: 'Відхилити цю скаргу?',
      text: 'Нічого не станеться, і скаргу буде закрито. Нікого не повідомлять.',
      done: 'Відхилено',
    },
    delete_message: {
      name: 'Видалити повідомлення',
      title: 'Видалити повідомлення для всіх?',
      text: 'Воно зникне для всіх разом із файлами; на його місці буде сказано, що його видалено. Скаргу буде закрито, вона збереже текст.',
      done: 'Повідомлення видалено',
    },
    ban: {
      name: 'Заблокувати людину',
      title: 'Заблокувати людину?',
      text: 'На всіх її пристроях одразу відбудеться вихід, і увійти буде неможливо. Адмін може відновити доступ. Скаргу буде закрито.',
      done: 'Людину заблоковано',
    },
  },
  outcomeBy: (act, name) => `${act} (${name})`,
  closedMeanwhile: 'Тим часом це зробив хтось інший.',
};
