import type { Dictionary } from '../../app/language/dictionary';

export const stats: Dictionary['stats'] = {
  period: 'Periodo',
  periods: { week: '7 días', month: '30 días', year: 'Un año' },
  now: 'Ahora',
  people: 'Personas',
  peopleHint: (active, suspended) => `${active} en activo, ${suspended} sin acceso`,
  bots: 'Bots',
  chats: 'Chats',
  chatsHint: (direct, groups, channels) =>
    `Directos ${direct}, grupos ${groups}, canales ${channels}`,
  messages: 'Mensajes',
  storage: 'Archivos',
  storageHint: (limit) => `de ${limit}`,
  calls: 'Llamadas',
  messagesPerDay: 'Mensajes al día',
  callsPerDay: 'Llamadas al día',
  today: (value, most) => `Hoy ${value}, como máximo ${most}.`,
  latest: (value) => `Ahora ${value}.`,
  asTable: 'Mostrar como tabla',
  day: 'Día, UTC',
  count: 'Cantidad',
  unknown: 'Sin contar',
  away: (parts) => `No responde y falta aquí: ${parts}.`,
  hint: 'Los días son los de UTC. Se cuenta desde que este servidor contó por primera vez.',
};
