import type { Dictionary } from '../../app/language/dictionary';

export const rowMenu: Dictionary['rowMenu'] = {
  deeds: {
    read: 'Позначити прочитаним',
    favourite: 'Додати до вибраного',
    plain: 'Прибрати з вибраного',
    up: 'Вище',
    down: 'Нижче',
    mute: 'Вимкнути звук…',
    unmute: 'Увімкнути звук',
    details: 'Деталі',
  },
  leave: 'Вийти…',
  hide: 'Приховати…',
  spans: { hour: 'На годину', 'working-day': 'На 8 годин', always: 'Доки не ввімкну' },
};
