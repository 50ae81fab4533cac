import type { Dictionary } from '../../app/language/dictionary';

export const writing: Dictionary['writing'] = {
  emoji: 'Емодзі',
  noEmoji: 'Не вдалося завантажити емодзі: немає зв’язку із сервером.',
  tryAgain: 'Спробувати ще раз',
  picker: {
    search: 'Пошук емодзі',
    groups: 'Групи емодзі',
    recent: 'Нещодавні',
    found: 'Знайдено',
    noMatch: 'Немає емодзі з такою назвою',
    tone: 'Тон шкіри',
    noTone: 'Без тону',
    groupNames: {
      smileys: 'Смайлики та емоції',
      people: 'Люди й тіло',
      nature: 'Тварини та природа',
      food: 'Їжа та напої',
      travel: 'Подорожі та місця',
      activities: 'Заняття',
      objects: 'Предмети',
      symbols: 'Символи',
      flags: 'Прапори',
    },
    toneNames: {
      light: 'світлий тон шкіри',
      mediumLight: 'помірно світлий тон шкіри',
      medium: 'середній тон шкіри',
      mediumDark: 'помірно темний тон шкіри',
      dark: 'темний тон шкіри',
    },
  },
  onlyReading: 'Тут ви можете читати, але не писати.',
  everybodyHere: 'Усі, хто в мережі',
  everybody: 'Усі в цьому чаті',
  editHint: (enter) => `${enter} — зберегти, Esc — скасувати`,
  homeless: (notes) =>
    `Вас більше немає в чаті, до якого ви писали. Не надіслане чекає в «${notes}».`,
};
