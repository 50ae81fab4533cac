import type { Dictionary } from '../../app/language/dictionary';

export const notifications: Dictionary['notifications'] = {
  title: 'Сповіщення',
  pageTitle: 'Сповіщення · Parley',
  bell: (count) => (count > 0 ? `Сповіщення, непрочитаних: ${count}` : 'Сповіщення'),
  readAll: 'Позначити все прочитаним',
  more: 'Показати більше',
  unread: 'Непрочитане',
  justNow: 'щойно',
  emptyTitle: 'Ще нічого не сталося',
  emptyHint: 'Коли хтось згадає вас, відповість вам або не додзвониться, ви знайдете це тут.',
  offer: 'Дізнаватися й на цьому пристрої, поки Parley відкрито у тлі.',
  allow: 'Увімкнути',
  message: 'Нове повідомлення',
  kinds: {
    mention: 'Вас згадали',
    everyone: 'Покликали всіх',
    reply: 'Нова відповідь',
    keyword: 'Прозвучало одне з ваших слів',
    reaction: 'Нова реакція',
    missed_call: 'Пропущений дзвінок',
    added: 'Вас додали до чату',
  },
};
