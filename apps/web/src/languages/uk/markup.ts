import type { Dictionary } from '../../app/language/dictionary';

export const markup: Dictionary['markup'] = {
  table: 'Таблиця',
  code: 'Код',
  codeIn: (language) => `Код, ${language}`,
  copyCode: 'Копіювати код',
  copied: 'Скопійовано',
  notCopied: 'Браузер не дозволяє тут копіювати.',
  done: 'Зроблено',
  open: 'Ще зробити',
};
