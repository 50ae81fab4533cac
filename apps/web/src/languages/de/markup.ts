import type { Dictionary } from '../../app/language/dictionary';

export const markup: Dictionary['markup'] = {
  table: 'Tabelle',
  code: 'Code',
  codeIn: (language) => `Code, ${language}`,
  copyCode: 'Code kopieren',
  copied: 'Kopiert',
  notCopied: 'Der Browser erlaubt hier kein Kopieren.',
  done: 'Erledigt',
  open: 'Zu tun',
};
