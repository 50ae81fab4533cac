import type { Dictionary } from '../../app/language/dictionary';
import { count } from './count';

export const ui: Dictionary['ui'] = {
  presence: {
    online: 'У мережі',
    away: 'Немає на місці',
    dnd: 'Не турбувати',
    offline: 'Не в мережі',
  },
  delivery: {
    queued: 'Чекає на мережу',
    failed: 'Не надіслано',
    stored: 'Збережено',
    delivered: 'Доставлено',
    seen: 'Прочитано',
  },
  bot: 'Бот',
  edited: '(змінено)',
  showHistory: 'Змінено: показати попередні версії',
  retry: 'Спробувати ще раз',
  discard: 'Відкинути',
  send: 'Надіслати',
  close: 'Закрити',
  showPassword: 'Показати пароль',
  hidePassword: 'Приховати пароль',
  suggestions: 'Підказки',
  unread: (messages) =>
    count(messages, {
      one: '# непрочитане повідомлення',
      few: '# непрочитані повідомлення',
      many: '# непрочитаних повідомлень',
      other: '# непрочитаного повідомлення',
    }),
  mentions: (mentions) =>
    count(mentions, { one: '# згадка', few: '# згадки', many: '# згадок', other: '# згадки' }),
  suggested: (items) =>
    count(items, { one: '# підказка', few: '# підказки', many: '# підказок', other: '# підказки' }),
  lengthOf: (length, max) => `${length} із ${max} символів`,
  tooLong: (characters) =>
    count(characters, {
      one: '# зайвий символ',
      few: '# зайві символи',
      many: '# зайвих символів',
      other: '# зайвого символу',
    }),
};
