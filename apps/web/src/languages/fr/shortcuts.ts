import type { Dictionary } from '../../app/language/dictionary';

export const shortcuts: Dictionary['shortcuts'] = {
  title: 'Raccourcis clavier',
  mod: { mac: '⌘', other: 'Ctrl' },
  alt: { mac: '⌥', other: 'Alt' },
  names: { ArrowUp: '↑', ArrowDown: '↓', Escape: 'Échap' },
  groups: {
    shell: 'Partout',
    list: 'Dans la liste des discussions',
    writing: 'Pendant l’écriture',
  },
  keys: {
    find: 'Trouver une discussion, une personne, un canal ou une commande',
    previousChat: 'La discussion au-dessus',
    nextChat: 'La discussion en dessous',
    previousUnread: 'La discussion non lue au-dessus',
    nextUnread: 'La discussion non lue en dessous',
    settings: 'Paramètres',
    keys: 'Ces raccourcis',
    close: 'Fermer ce qui est ouvert',
    row: 'La ligne suivante',
    raise: 'Monter un favori',
    lower: 'Descendre un favori',
    rowMenu: 'Menu de la discussion',
    send: 'Envoyer',
    newLine: 'Nouvelle ligne',
    bold: 'Gras',
    italic: 'Italique',
    link: 'Lien sur la sélection',
    editLast: 'Modifier le dernier message, dans un champ vide',
  },
};
