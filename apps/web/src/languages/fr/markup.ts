import type { Dictionary } from '../../app/language/dictionary';

export const markup: Dictionary['markup'] = {
  table: 'Tableau',
  code: 'Code',
  codeIn: (language) => `Code, ${language}`,
  copyCode: 'Copier le code',
  copied: 'Copié',
  notCopied: 'Le navigateur ne permet pas de copier ici.',
  done: 'Fait',
  open: 'À faire',
};
