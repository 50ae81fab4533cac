import type { Dictionary } from '../../app/language/dictionary';

export const stats: Dictionary['stats'] = {
  period: 'Період',
  periods: { week: '7 днів', month: '30 днів', year: 'Рік' },
  now: 'Зараз',
  people: 'Люди',
  peopleHint: (active, suspended) => `активних ${active}, заблокованих ${suspended}`,
  bots: 'Боти',
  chats: 'Чати',
  chatsHint: (direct, groups, channels) =>
    `Особисті ${direct}, групи ${groups}, канали ${channels}`,
  messages: 'Повідомлення',
  storage: 'Файли',
  storageHint: (limit) => `з ${limit}`,
  calls: 'Дзвінки',
  messagesPerDay: 'Повідомлень за день',
  callsPerDay: 'Дзвінків за день',
  today: (value, most) => `Сьогодні ${value}, щонайбільше ${most}.`,
  latest: (value) => `Зараз ${value}.`,
  asTable: 'Показати таблицею',
  day: 'День за UTC',
  count: 'Кількість',
  unknown: 'Не пораховано',
  away: (parts) => `Не відповідає, тому тут немає: ${parts}.`,
  hint: 'Дні рахуються за UTC, від першого підрахунку цього сервера.',
};
