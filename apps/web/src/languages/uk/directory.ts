import type { Dictionary } from '../../app/language/dictionary';

export const directory: Dictionary['directory'] = {
  title: 'Довідник',
  pageTitle: {
    people: 'Люди · Довідник · Parley',
    channels: 'Канали · Довідник · Parley',
  },
  kind: 'Де шукати',
  tabs: { people: 'Люди', channels: 'Канали' },
  findPeople: 'Пошук людей',
  findPeopleHint: 'Ім’я або ім’я користувача',
  nobody: 'Нікого з таким ім’ям',
  nobodyHint: 'Шукайте за початком імені або імені користувача.',
  more: 'Показати більше',
  write: 'Написати',
  writeTo: (name) => `Написати: ${name}`,
  card: (name) => `${name}: хто це`,
  you: '(ви)',
};
