/* global navigator */
// What the worker does with pushes: shows them, one note for each chat, and takes back what was read
// elsewhere. The server says no more than the person wants to have shown; the words are ours.

const english = {
  message: 'New message',
  mention: 'You were mentioned',
  everyone: 'Everybody was called',
  reply: 'New reply',
  keyword: 'One of your words came up',
  reaction: 'New reaction',
  added: 'You were added to a chat',
  missed_call: 'Missed call',
  ringing_call: 'Incoming call',
  more: (count) => `+${count}`,
};

const words = {
  en: english,
  de: {
    ...english,
    message: 'Neue Nachricht',
    mention: 'Du wurdest erwähnt',
    everyone: 'Alle wurden gerufen',
    reply: 'Neue Antwort',
    keyword: 'Eines deiner Wörter ist gefallen',
    reaction: 'Neue Reaktion',
    added: 'Du wurdest zu einem Chat hinzugefügt',
    missed_call: 'Verpasster Anruf',
    ringing_call: 'Eingehender Anruf',
  },
  es: {
    ...english,
    message: 'Mensaje nuevo',
    mention: 'Te han mencionado',
    everyone: 'Han llamado a todos',
    reply: 'Respuesta nueva',
    keyword: 'Ha salido una de tus palabras',
    reaction: 'Reacción nueva',
    added: 'Te han añadido a un chat',
    missed_call: 'Llamada perdida',
    ringing_call: 'Llamada entrante',
  },
  fr: {
    ...english,
    message: 'Nouveau message',
    mention: 'On vous a mentionné',
    everyone: 'Tout le monde est appelé',
    reply: 'Nouvelle réponse',
    keyword: 'Un de vos mots a été dit',
    reaction: 'Nouvelle réaction',
    added: 'Vous avez été ajouté à une discussion',
    missed_call: 'Appel manqué',
    ringing_call: 'Appel entrant',
  },
  uk: {
    ...english,
    message: 'Нове повідомлення',
    mention: 'Вас згадали',
    everyone: 'Покликали всіх',
    reply: 'Нова відповідь',
    keyword: 'Прозвучало одне з ваших слів',
    reaction: 'Нова реакція',
    added: 'Вас додали до чату',
    missed_call: 'Пропущений дзвінок',
    ringing_call: 'Вхідний дзвінок',
  },
  ar: {
    ...english,
    message: 'رسالة جديدة',
    mention: 'تمت الإشارة إليك',
    everyone: 'تم نداء الجميع',
    reply: 'رد جديد',
    keyword: 'ذُكرت إحدى كلماتك',
    reaction: 'تفاعل جديد',
    added: 'تمت إضافتك إلى محادثة',
    missed_call: 'مكالمة فائتة',
    ringing_call: 'مكالمة واردة',
  },
  zh: {
    ...english,
    message: '新消息',
    mention: '有人提到了你',
    everyone: '有人呼叫了所有人',
    reply: '新回复',
    keyword: '出现了你关注的词',
    reaction: '新回应',
    added: '你被加入了一个聊天',
    missed_call: '未接来电',
    ringing_call: '来电',
  },
};

const ownWords = () => words[navigator.language.slice(0, 2)] ?? english;

/** A call has a note of its own: a missed one takes the place of the one that rang. */
const tagOf = ({ cause, chatId }) => `${cause.endsWith('call') ? 'call' : 'chat'}:${chatId}`;

self.addEventListener('push', (event) => {
  // Angular's worker would look for notes of its own kind.
  event.stopImmediatePropagation();
  const pushed = event.data?.json();
  if (pushed?.type === 'show') event.waitUntil(show(pushed));
  if (pushed?.type === 'clear') event.waitUntil(clear(pushed));
});

self.addEventListener('notificationclick', (event) => {
  event.stopImmediatePropagation();
  event.notification.close();
  event.waitUntil(open(`/c/${event.notification.data.chatId}`));
});

/** Somebody who looks at a window of ours is told there. */
async function show(pushed) {
  const windows = await self.clients.matchAll({ type: 'window' });
  if (windows.some(({ focused }) => focused)) return;
  const tag = tagOf(pushed);
  const [former] = await self.registration.getNotifications({ tag });
  const count = (former?.data.count ?? 0) + 1;
  const texts = ownWords();
  const text = pushed.text || texts[pushed.cause];
  const title = [pushed.from, pushed.chat].filter(Boolean).join(' · ') || 'Parley';
  await self.registration.showNotification(title, {
    body: count > 1 ? `${text}\n${texts.more(count - 1)}` : text,
    tag,
    renotify: true,
    requireInteraction: pushed.cause === 'ringing_call',
    icon: '/icons/icon-192.png',
    data: { chatId: pushed.chatId, seq: pushed.seq, count },
  });
}

async function clear({ chatId, seq }) {
  for (const kind of ['chat', 'call']) {
    const shown = await self.registration.getNotifications({ tag: `${kind}:${chatId}` });
    for (const note of shown) if (note.data.seq <= seq) note.close();
  }
}

/** The window that was used last, or a new one. */
async function open(path) {
  const [window] = await self.clients.matchAll({ type: 'window' });
  if (!window) return self.clients.openWindow(path);
  await window.focus();
  return window.navigate(path);
}
