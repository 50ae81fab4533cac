import type { Dictionary } from '../../app/language/dictionary';
import { count } from './count';

/** In the present: the past tense would have to know whether a man or a woman did it. */
export const system: Dictionary['system'] = {
  created: (who, what) => `${who} створює ${what}`,
  kinds: { direct: 'цей чат', group: 'групу', channel: 'канал' },
  added: (who, whom) => `${who} додає: ${whom}`,
  others: (n) => count(n, { other: 'ще #' }),
  joined: (who) => `${who} приєднується`,
  left: (who) => `${who} виходить із чату`,
  removed: (who, whom) => `${who} вилучає: ${whom}`,
  role: (who, whom, role) => `${who} змінює роль: ${whom} — ${role}`,
  roles: { owner: 'власник', admin: 'адмін', member: 'учасник', readonly: 'лише читання' },
  handedOver: (who, whom) => `${who} передає чат: ${whom} — новий власник`,
  renamed: (who, name) => `${who} дає чату назву «${name}»`,
  topic: (who, topic) => `${who} встановлює тему: ${topic}`,
  noTopic: (who) => `${who} прибирає тему`,
  picture: (who) => `${who} змінює зображення чату`,
  noPicture: (who) => `${who} прибирає зображення чату`,
  archived: (who) => `${who} архівує чат`,
  restored: (who) => `${who} повертає чат з архіву`,
  changed: (who) => `${who} змінює налаштування чату`,
  deleted: (who) => `${who} видаляє чат`,
  called: (who, what) => `${who} телефонує · ${what}`,
  unheard: {
    missed: 'без відповіді',
    declined: 'відхилено',
    busy: 'зайнято',
    cancelled: 'скасовано',
    failed: 'немає з’єднання',
  },
};
