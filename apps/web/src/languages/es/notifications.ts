import type { Dictionary } from '../../app/language/dictionary';

export const notifications: Dictionary['notifications'] = {
  title: 'Notificaciones',
  pageTitle: 'Notificaciones · Parley',
  bell: (count) => (count > 0 ? `Notificaciones, ${count} sin leer` : 'Notificaciones'),
  readAll: 'Marcar todo como leído',
  more: 'Mostrar más',
  unread: 'Sin leer',
  justNow: 'ahora mismo',
  emptyTitle: 'Aún no ha pasado nada',
  emptyHint: 'Cuando alguien te mencione, te responda o te llame en vano, lo encontrarás aquí.',
  offer: 'Enterarse también en este dispositivo mientras Parley está abierto en segundo plano.',
  allow: 'Activar',
  message: 'Mensaje nuevo',
  kinds: {
    mention: 'Te han mencionado',
    everyone: 'Han llamado a todos',
    reply: 'Respuesta nueva',
    keyword: 'Ha salido una de tus palabras',
    reaction: 'Reacción nueva',
    missed_call: 'Llamada perdida',
    added: 'Te han añadido a un chat',
  },
};
