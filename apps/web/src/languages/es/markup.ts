import type { Dictionary } from '../../app/language/dictionary';

export const markup: Dictionary['markup'] = {
  table: 'Tabla',
  code: 'Código',
  codeIn: (language) => `Código, ${language}`,
  copyCode: 'Copiar código',
  copied: 'Copiado',
  notCopied: 'El navegador no permite copiar aquí.',
  done: 'Hecho',
  open: 'Por hacer',
};
