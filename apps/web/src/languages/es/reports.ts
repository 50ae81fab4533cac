import type { Dictionary } from '../../app/language/dictionary';
import { count } from './count';

export const reports: Dictionary['reports'] = {
  state: 'Estado',
  states: { open: 'Abiertas', closed: 'Cerradas' },
  about: 'Sobre quién',
  what: 'Qué',
  why: 'Por qué',
  reported: 'Denunciado',
  outcome: 'Resultado',
  person: 'La persona',
  noText: 'Un mensaje sin palabras',
  textGone: 'El texto no se guarda.',
  files: (files) => count(files, { one: '# archivo', many: '# archivos', other: '# archivos' }),
  by: (people) =>
    count(people, { one: 'de # persona', many: 'de # personas', other: 'de # personas' }),
  none: { open: 'No hay nada abierto', closed: 'Aún no se ha cerrado nada' },
  noneHint: 'La gente denuncia mensajes y a otras personas; aquí está lo que dicen.',
  categories: {
    spam: 'Publicidad',
    harassment: 'Acoso',
    illegal: 'Contra la ley',
    other: 'Otra cosa',
  },
  messageOf: (name) => `Mensaje de ${name}`,
  written: (time) => `Escrito: ${time}`,
  complaints: 'Quién lo ha denunciado',
  more: (people) =>
    count(people, {
      one: 'y # persona más',
      many: 'y # personas más',
      other: 'y # personas más',
    }),
  acts: {
    dismiss: {
      name: 'Descartar',
      title: '¿Descartar esta denuncia?',
      text: 'No se hace nada, y la denuncia queda cerrada. No se avisa a nadie.',
      done: 'Denuncia descartada',
    },
    delete_message: {
      name: 'Eliminar el mensaje',
      title: '¿Eliminar el mensaje para todos?',
      text: 'Desaparece para todos, con sus archivos; en su lugar se dice que fue eliminado. La denuncia queda cerrada y guarda el texto.',
      done: 'Mensaje eliminado',
    },
    warn: {
      name: 'Advertir a la persona',
      title: '¿Advertir a la persona?',
      text: 'Se le dice enseguida que no siga así, con las palabras del motivo, y no quién lo dice. La denuncia queda cerrada.',
      done: 'Persona advertida',
    },
    mute: {
      name: 'Silenciar a la persona',
      title: '¿Silenciar a la persona?',
      text: 'Hasta entonces lee, pero no escribe en ningún sitio: ni mensajes, ni cambios, ni reacciones. Se le dice enseguida, con las palabras del motivo. La denuncia queda cerrada.',
      done: 'Persona silenciada',
    },
    ban: {
      name: 'Suspender a la persona',
      title: '¿Suspender a la persona?',
      text: 'Se cierra la sesión en todos sus dispositivos enseguida, y ya no puede iniciarla. Un administrador puede restaurarla. La denuncia queda cerrada.',
      done: 'Persona suspendida',
    },
  },
  howLong: 'Cuánto tiempo',
  spans: { hour: 'Una hora', day: 'Un día', week: 'Una semana', month: '30 días' },
  reasonIsRead: 'La persona lo lee, y se guarda en el registro de auditoría.',
  outcomeBy: (act, name) => `${act} por ${name}`,
  closedMeanwhile: 'Otra persona ya se ha ocupado de esto.',
};
