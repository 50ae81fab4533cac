/* global AbortSignal, fetch, MessageChannel, navigator, setTimeout */
// What the worker does with pushes: shows them, one note for each chat, takes back what was read
// elsewhere, and sends what is answered in a note, where the browser lets one write there. The server
// says no more than the person wants to have shown; the words are ours.

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
  answer: 'Reply',
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
    answer: 'Antworten',
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
    answer: 'Responder',
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
    answer: 'Répondre',
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
    answer: 'Відповісти',
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
    answer: 'رد',
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
    answer: '回复',
  },
};

const ownWords = () => words[navigator.language.slice(0, 2)] ?? english;

/** A call has a note of its own: a missed one takes the place of the one that rang. */
const tagOf = ({ cause, chatId }) => `${cause.endsWith('call') ? 'call' : 'chat'}:${chatId}`;

/** What is said in a chat, as far as it is shown, may be answered where it is shown. */
const answerable = ['message', 'mention', 'everyone', 'reply', 'keyword'];

/** Of the causes of one note so many are remembered, and of all notes together. */
const [maxKeys, maxSeen] = [50, 500];

/** A page that hears us says so within this, in ms. */
const patienceMs = 1000;

/** What has come since the worker woke up. A push may come twice, and is shown once. */
const seen = new Set();

/**
 * A call rings again under the same name. A message is one, whatever it is told for: an open window
 * may have shown it as something else, and names it so, too (`desktop-notes.ts`).
 */
const keyOf = ({ cause, seq, chatId }) =>
  cause === 'ringing_call'
    ? undefined
    : `${answerable.includes(cause) ? 'said' : cause} ${chatId} ${seq}`;

self.addEventListener('push', (event) => {
  // Angular's worker would look for notes of its own kind.
  event.stopImmediatePropagation();
  const pushed = event.data?.json();
  if (pushed?.type === 'show') event.waitUntil(show(pushed));
  if (pushed?.type === 'clear') event.waitUntil(clear(pushed));
});

self.addEventListener('notificationclick', (event) => {
  event.stopImmediatePropagation();
  const { notification, action, reply } = event;
  notification.close();
  const { chatId } = notification.data;
  const text = action === 'answer' ? (reply ?? '').trim() : '';
  event.waitUntil(text === '' ? open(`/c/${chatId}`) : answer(chatId, text));
});

/** What somebody has put away is not shown again by a push that was still on its way. */
self.addEventListener('notificationclose', ({ notification }) => {
  for (const key of notification.data?.keys ?? []) remember(key);
});

/** Somebody who looks at a window of ours is told there. */
async function show(pushed) {
  const windows = await self.clients.matchAll({ type: 'window' });
  if (windows.some(({ focused }) => focused)) return;
  const tag = tagOf(pushed);
  const [former] = await self.registration.getNotifications({ tag });
  const { count = 0, keys = [], seq = 0 } = former?.data ?? {};
  const key = keyOf(pushed);
  if (key !== undefined && (seen.has(key) || keys.includes(key))) return;
  remember(key);
  const texts = ownWords();
  const text = pushed.text || texts[pushed.cause];
  const title = [pushed.from, pushed.chat].filter(Boolean).join(' · ') || 'Parley';
  await self.registration.showNotification(title, {
    body: count > 0 ? `${text}\n${texts.more(count)}` : text,
    tag,
    renotify: true,
    requireInteraction: pushed.cause === 'ringing_call',
    icon: '/icons/icon-192.png',
    actions: actionsOf(pushed, texts),
    data: {
      chatId: pushed.chatId,
      cause: pushed.cause,
      seq: Math.max(seq, pushed.seq),
      count: count + 1,
      keys: [...keys, key].slice(-maxKeys),
    },
  });
}

function remember(key) {
  if (key !== undefined) seen.add(key);
  if (seen.size > maxSeen) seen.delete(seen.values().next().value);
}

/** A browser that has no place to write makes it a button, which opens the chat. */
function actionsOf({ cause, text }, { answer: title }) {
  if (text === undefined || !answerable.includes(cause)) return [];
  return [{ action: 'answer', type: 'text', title, placeholder: title }];
}

async function clear({ chatId, seq }) {
  for (const kind of ['chat', 'call']) {
    const shown = await self.registration.getNotifications({ tag: `${kind}:${chatId}` });
    for (const note of shown) if (isOver(note.data, seq)) note.close();
  }
}

/** That a call rings is taken back by slot 0 alone: who reads the chat elsewhere still hears it. */
const isOver = ({ cause, seq }, clearedSeq) =>
  cause === 'ringing_call' ? clearedSeq === 0 : seq <= clearedSeq;

/** Sent by who is signed in here; or else the chat opens, with it as a draft. */
async function answer(chatId, text) {
  const body = { chatId, text, clientMsgId: crypto.randomUUID() };
  const isSent = await sent(body).catch(() => false);
  if (!isSent) await open(`/c/${chatId}?draft=${encodeURIComponent(text)}`);
}

/** Whether the server has it. Where it does not answer, once more: it is the same message. */
async function sent(message) {
  const token = await newToken();
  if (token === undefined) return false;
  const post = () => askServer('messages', message, { Authorization: `Bearer ${token}` });
  const answered = await post().catch(post);
  return answered.ok;
}

/** As a tab gets it, and by the same lock: of two who spend one cookie, one would be thrown out. */
function newToken() {
  return navigator.locks.request('parley-refresh', async () => {
    const answered = await askServer('auth/refresh', {});
    return answered.ok ? (await answered.json()).accessToken : undefined;
  });
}

function askServer(path, body, headers = {}) {
  return fetch(`/api/${path}`, {
    method: 'POST',
    headers: { 'X-Parley-Client': 'web', 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(15000),
  });
}

/** The window that was used last, or a new one. */
async function open(path) {
  const [window] = await self.clients.matchAll({ type: 'window' });
  if (!window) return self.clients.openWindow(path);
  await window.focus();
  // Loaded anew it would hang up, and lose what is not sent: it goes there itself, if it hears us.
  if (!(await goes(window, path))) await window.navigate(path);
}

function goes(window, path) {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => resolve(true);
    setTimeout(resolve, patienceMs, false);
    window.postMessage({ type: 'parley-open', path }, [port2]);
  });
}
