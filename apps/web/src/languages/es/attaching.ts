import type { Dictionary } from '../../app/language/dictionary';
import { count } from './count';

export const attaching: Dictionary['attaching'] = {
  attach: 'Adjuntar archivos',
  tray: 'Archivos para enviar',
  remove: (name) => `Quitar ${name}`,
  attached: (n) =>
    count(n, {
      one: '# archivo adjunto',
      many: '# de archivos adjuntos',
      other: '# archivos adjuntos',
    }),
  removed: (name) => `${name}: quitado`,
  refused: (name, why) => `${name}: ${why}`,
  problems: {
    tooLarge: (most) => `Demasiado grande: como máximo ${most}`,
    empty: 'Este archivo está vacío',
    folder: 'No se pueden enviar carpetas',
    tooMany: (most) => `${most} cada vez: envíalo después`,
  },
  drop: (title) => `Suelta aquí para ${title}`,
  dropHint: 'No se envía nada hasta que lo digas.',
  waiting: 'En espera',
  sent: (part, all) => `${part} de ${all}`,
  uploaded: 'Subido',
  paused: 'En pausa',
  onlyHere: 'Se conserva solo mientras esta página esté abierta',
  progressOf: (name) => `Subida de ${name}`,
  pause: (name) => `Pausar ${name}`,
  resume: (name) => `Reanudar ${name}`,
  without: (name) => `Enviar sin ${name}`,
  percent: (name, percent) => `${name}: ${percent}`,
};
