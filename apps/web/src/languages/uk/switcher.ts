import type { Dictionary } from '../../app/language/dictionary';
import { count } from './count';

export const switcher: Dictionary['switcher'] = {
  title: 'Знайти або перейти',
  placeholder: 'Чати, люди, канали, команди',
  results: 'Результати',
  sections: {
    recent: 'Нещодавні',
    chats: 'Чати',
    people: 'Люди',
    channels: 'Канали, до яких можна приєднатися',
    commands: 'Команди',
    messages: 'Повідомлення',
  },
  searchFor: (query) => `Шукати «${query}» у повідомленнях`,
  searching: 'Пошук…',
  nothing: (query) => `Немає збігів із «${query}»`,
  nothingHint: 'Спробуйте менше літер або інші слова.',
  onlyKnown: 'Немає мережі: лише те, що є на цьому пристрої.',
  join: 'Приєднатися',
  people: (people) =>
    count(people, { one: '# особа', few: '# особи', many: '# осіб', other: '# особи' }),
  hints: { choose: 'вибрати', open: 'відкрити', close: 'закрити', search: 'шукати повідомлення' },
  keys: { enter: 'Enter', escape: 'Esc' },
};
