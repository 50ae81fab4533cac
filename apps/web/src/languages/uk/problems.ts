import type { Dictionary } from '../../app/language/dictionary';
import { count } from './count';

export const problems: Dictionary['problems'] = {
  codes: {
    unauthenticated: 'Ваш сеанс завершено. Увійдіть знову.',
    token_expired: 'Ваш сеанс завершено. Увійдіть знову.',
    forbidden: 'Тут вам цього не дозволено.',
    insecure_transport:
      'Вхід працює лише через HTTPS. Відкрийте адресу, що починається з https://.',
    not_member: 'Ви не учасник цього чату.',
    blocked: 'Між вами діє блокування.',
    not_found: 'Цього не існує або вже немає.',
    gone: 'Цього тут уже немає.',
    conflict: 'Це вже зайнято.',
    edit_window_closed: 'Редагувати вже запізно.',
    delete_window_closed: 'Видаляти для всіх уже запізно.',
    precondition_failed: 'Тим часом це змінено на іншому пристрої.',
    idempotency_conflict: 'Це вже надіслано з іншим текстом.',
    payload_too_large: 'Це завелике.',
    validation_failed: 'У такому вигляді це не приймається.',
    service_unavailable: 'Частина системи недоступна. Спробуйте за мить.',
    draining: 'Сервер перезапускається. Спробуйте за мить.',
  },
  other: 'У нас щось пішло не так. Спробуйте ще раз.',
  offline: 'Немає зв’язку із сервером. Спробуйте ще раз.',
  parts: {
    auth: 'Вхід і вихід',
    users: 'Профілі та пошук людей',
    access: 'Чати',
    chats: 'Список чатів',
    members: 'Список учасників',
    invites: 'Запрошення',
    reads: 'Позначки про прочитання',
    messages: 'Повідомлення',
  },
  away: (part) => `${part}: поки недоступно. Решта працює; спробуйте за мить.`,
  wait: (seconds) =>
    count(seconds, {
      one: 'Забагато спроб. Зачекайте # секунду.',
      few: 'Забагато спроб. Зачекайте # секунди.',
      many: 'Забагато спроб. Зачекайте # секунд.',
      other: 'Забагато спроб. Зачекайте # секунди.',
    }),
};
