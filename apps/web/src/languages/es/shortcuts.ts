import type { Dictionary } from '../../app/language/dictionary';

export const shortcuts: Dictionary['shortcuts'] = {
  title: 'Atajos de teclado',
  mod: { mac: '⌘', other: 'Ctrl' },
  alt: { mac: '⌥', other: 'Alt' },
  names: { ArrowUp: '↑', ArrowDown: '↓', Escape: 'Esc' },
  groups: { shell: 'En todas partes', list: 'En la lista de chats', writing: 'Al escribir' },
  keys: {
    find: 'Buscar un chat, una persona, un canal o un comando',
    previousChat: 'El chat de arriba',
    nextChat: 'El chat de abajo',
    previousUnread: 'El chat no leído de arriba',
    nextUnread: 'El chat no leído de abajo',
    settings: 'Ajustes',
    keys: 'Estos atajos',
    close: 'Cerrar lo que esté abierto',
    row: 'La fila siguiente',
    raise: 'Subir un favorito',
    lower: 'Bajar un favorito',
    rowMenu: 'Menú del chat',
    send: 'Enviar',
    newLine: 'Nueva línea',
    bold: 'Negrita',
    italic: 'Cursiva',
    link: 'Enlazar lo seleccionado',
    editLast: 'Cambiar el último mensaje, con el campo vacío',
  },
};
