import type { Dictionary } from '../../app/language/dictionary';
import { count } from './count';

export const system: Dictionary['system'] = {
  created: (who, what) => `${who} creó ${what}`,
  kinds: { direct: 'este chat', group: 'el grupo', channel: 'el canal' },
  added: (who, whom) => `${who} añadió a ${whom}`,
  others: (n) => count(n, { other: '# más' }),
  joined: (who) => `${who} se unió`,
  left: (who) => `${who} salió`,
  removed: (who, whom) => `${who} quitó a ${whom}`,
  role: (who, whom, role) => `${who} dio a ${whom} un nuevo rol: ${role}`,
  roles: { owner: 'propietario', admin: 'admin', member: 'miembro', readonly: 'solo lectura' },
  handedOver: (who, whom) => `${who} cedió el chat a ${whom}`,
  renamed: (who, name) => `${who} cambió el nombre del chat a «${name}»`,
  topic: (who, topic) => `${who} puso el tema: ${topic}`,
  noTopic: (who) => `${who} quitó el tema`,
  picture: (who) => `${who} cambió la imagen del chat`,
  noPicture: (who) => `${who} quitó la imagen del chat`,
  archived: (who) => `${who} archivó el chat`,
  restored: (who) => `${who} recuperó el chat`,
  changed: (who) => `${who} cambió los ajustes del chat`,
  deleted: (who) => `${who} eliminó el chat`,
  called: (who, what) => `${who} llamó · ${what}`,
  unheard: {
    missed: 'sin respuesta',
    declined: 'rechazada',
    busy: 'ocupado',
    cancelled: 'cancelada',
    failed: 'sin conexión',
  },
};
