import type { Dictionary } from '../../app/language/dictionary';
import { count } from './count';

export const commands: Dictionary['commands'] = {
  newChat: 'Nuevo chat',
  install: 'Instalar Parley',
  browse: 'Explorar canales',
  markAllRead: 'Marcar todo como leído',
  keys: 'Atajos de teclado',
  settings: 'Todos los ajustes',
  console: 'Consola del espacio de trabajo',
  directory: 'Directorio',
  search: 'Buscar mensajes',
  theme: {
    system: 'Aspecto: como el dispositivo',
    light: 'Aspecto: claro',
    dark: 'Aspecto: oscuro',
    contrast: 'Aspecto: alto contraste',
  },
  signOut: 'Cerrar sesión',
  signOutTitle: '¿Cerrar sesión?',
  signOutHint: (messages) =>
    count(messages, {
      one: '# mensaje sin enviar se perdería.',
      many: '# de mensajes sin enviar se perderían.',
      other: '# mensajes sin enviar se perderían.',
    }),
  signOutAnyway: 'Cerrar sesión y perderlos',
};
