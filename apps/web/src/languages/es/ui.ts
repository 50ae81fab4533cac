import type { Dictionary } from '../../app/language/dictionary';
import { count } from './count';

export const ui: Dictionary['ui'] = {
  presence: { online: 'En línea', away: 'Ausente', dnd: 'No molestar', offline: 'Sin conexión' },
  delivery: {
    queued: 'Esperando la red',
    failed: 'No enviado',
    stored: 'Guardado',
    delivered: 'Entregado',
    seen: 'Leído',
  },
  bot: 'Bot',
  edited: '(editado)',
  showHistory: 'Editado: ver textos anteriores',
  retry: 'Reintentar',
  discard: 'Descartar',
  send: 'Enviar',
  close: 'Cerrar',
  showPassword: 'Mostrar contraseña',
  hidePassword: 'Ocultar contraseña',
  suggestions: 'Sugerencias',
  unread: (messages) =>
    count(messages, {
      one: '# mensaje no leído',
      many: '# de mensajes no leídos',
      other: '# mensajes no leídos',
    }),
  mentions: (mentions) =>
    count(mentions, { one: '# mención', many: '# de menciones', other: '# menciones' }),
  suggested: (items) =>
    count(items, { one: '# sugerencia', many: '# de sugerencias', other: '# sugerencias' }),
  lengthOf: (length, max) => `${length} de ${max} caracteres`,
  tooLong: (characters) =>
    count(characters, {
      one: '# carácter de más',
      many: '# de caracteres de más',
      other: '# caracteres de más',
    }),
};
