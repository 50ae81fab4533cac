import type { Dictionary } from '../../app/language/dictionary';

export const stats: Dictionary['stats'] = {
  period: 'Zeitraum',
  periods: { week: '7 Tage', month: '30 Tage', year: 'Ein Jahr' },
  now: 'Jetzt',
  people: 'Personen',
  peopleHint: (active, suspended) => `${active} aktiv, ${suspended} gesperrt`,
  bots: 'Bots',
  chats: 'Chats',
  chatsHint: (direct, groups, channels) =>
    `Direkt ${direct}, Gruppen ${groups}, Kanäle ${channels}`,
  messages: 'Nachrichten',
  storage: 'Dateien',
  storageHint: (limit) => `von ${limit}`,
  calls: 'Anrufe',
  messagesPerDay: 'Nachrichten am Tag',
  callsPerDay: 'Anrufe am Tag',
  today: (value, most) => `Heute ${value}, höchstens ${most}.`,
  latest: (value) => `Jetzt ${value}.`,
  asTable: 'Als Tabelle zeigen',
  day: 'Tag, UTC',
  count: 'Anzahl',
  unknown: 'Nicht gezählt',
  away: (parts) => `Antwortet nicht und fehlt hier: ${parts}.`,
  hint: 'Tage sind die von UTC. Gezählt wird, seit dieser Server zum ersten Mal gezählt hat.',
};
