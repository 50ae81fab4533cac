import type { Dictionary } from '../../app/language/dictionary';
import { count } from './count';

export const signs: Dictionary['signs'] = {
  react: 'Reaccionar',
  reactions: 'Reacciones',
  others: (people) =>
    count(people, { one: '# persona más', many: '# de personas más', other: '# más' }),
  pin: 'Fijar para todos',
  unpin: 'Dejar de fijar',
  pinnedBy: (name) => `Fijado por ${name}`,
  pinned: 'Fijados',
  noPinsTitle: 'No hay nada fijado',
  noPins: 'Lo que todos deben volver a encontrar se fija desde su menú.',
  morePins: 'Mostrar más',
  callAllTitle: (people) =>
    count(people, {
      one: '¿Avisar a # persona?',
      many: '¿Avisar a # de personas?',
      other: '¿Avisar a # personas?',
    }),
  callAll: (call) => `${call} menciona a todos en este chat.`,
  send: 'Enviar',
};
