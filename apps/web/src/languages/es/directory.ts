import type { Dictionary } from '../../app/language/dictionary';

export const directory: Dictionary['directory'] = {
  title: 'Directorio',
  pageTitle: {
    people: 'Personas · Directorio · Parley',
    channels: 'Canales · Directorio · Parley',
  },
  kind: 'Dónde buscar',
  tabs: { people: 'Personas', channels: 'Canales' },
  findPeople: 'Buscar personas',
  findPeopleHint: 'Nombre o usuario',
  nobody: 'Nadie con ese nombre',
  nobodyHint: 'Busca por el principio de un nombre o de un usuario.',
  more: 'Ver más',
  write: 'Mensaje',
  writeTo: (name) => `Mensaje para ${name}`,
  card: (name) => `${name}: quién es`,
  you: '(tú)',
};
