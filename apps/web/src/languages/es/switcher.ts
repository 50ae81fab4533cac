import type { Dictionary } from '../../app/language/dictionary';
import { count } from './count';

export const switcher: Dictionary['switcher'] = {
  title: 'Buscar o ir a',
  placeholder: 'Chats, personas, comandos',
  results: 'Resultados',
  sections: {
    recent: 'Recientes',
    chats: 'Chats',
    people: 'Personas',
    channels: 'Canales a los que unirte',
    commands: 'Comandos',
    messages: 'Mensajes',
  },
  searchFor: (query) => `Buscar «${query}» en los mensajes`,
  searching: 'Buscando…',
  nothing: (query) => `Nada coincide con «${query}»`,
  nothingHint: 'Prueba con menos letras o con otras palabras.',
  onlyKnown: 'Sin conexión: solo lo que conoce este dispositivo.',
  join: 'Unirme',
  people: (people) =>
    count(people, { one: '# persona', many: '# de personas', other: '# personas' }),
  hints: { choose: 'elegir', open: 'abrir', close: 'cerrar', search: 'buscar mensajes' },
  keys: { enter: 'Intro', escape: 'Esc' },
};
