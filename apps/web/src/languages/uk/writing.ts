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
  },
  everybodyHere: 'Усі, хто в мережі',
  everybody: 'Усі в цьому чаті',
};
