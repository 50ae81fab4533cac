import type { Dictionary } from '../../app/language/dictionary';

export const shortcuts: Dictionary['shortcuts'] = {
  title: 'Tastenkürzel',
  mod: { mac: '⌘', other: 'Strg' },
  alt: { mac: '⌥', other: 'Alt' },
  names: { ArrowUp: '↑', ArrowDown: '↓', Escape: 'Esc' },
  groups: { shell: 'Überall', list: 'In der Chatliste', writing: 'Beim Schreiben' },
  keys: {
    find: 'Chat, Person, Kanal oder Befehl finden',
    previousChat: 'Chat darüber',
    nextChat: 'Chat darunter',
    previousUnread: 'Ungelesener Chat darüber',
    nextUnread: 'Ungelesener Chat darunter',
    settings: 'Einstellungen',
    keys: 'Diese Tastenkürzel',
    close: 'Schließen, was offen ist',
    row: 'Nächste Zeile',
    raise: 'Favorit nach oben',
    lower: 'Favorit nach unten',
    rowMenu: 'Menü des Chats',
    send: 'Senden',
    newLine: 'Neue Zeile',
    bold: 'Fett',
    italic: 'Kursiv',
    link: 'Auswahl verlinken',
    editLast: 'Letzte Nachricht ändern, im leeren Feld',
  },
};
