import type { Dictionary } from '../../app/language/dictionary';

export const bots: Dictionary['bots'] = {
  bot: 'Бот',
  state: 'Стан',
  made: 'Створено',
  make: 'Створити бота',
  makeHint: 'Бот — це програма з власним ім’ям. Пароля він не має: говорить лише через токени.',
  name: 'Ім’я',
  nameMissing: 'Дайте йому ім’я.',
  username: 'Ім’я користувача',
  usernameHint: 'Згадки ведуть до нього. Воно не змінюється.',
  usernameInvalid: 'Латинські літери, цифри, крапки, дефіси; щонайбільше 32.',
  usernameTaken: 'Це ім’я користувача вже зайняте.',
  none: 'Ботів ще немає',
  noneHint: 'Створіть бота для програми, яка сама тут пише.',
  noTokens: 'Він не має токена, тож нічого не може.',
};
