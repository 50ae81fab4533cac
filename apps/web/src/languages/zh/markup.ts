import type { Dictionary } from '../../app/language/dictionary';

export const markup: Dictionary['markup'] = {
  table: '表格',
  code: '代码',
  codeIn: (language) => `代码，${language}`,
  copyCode: '复制代码',
  copied: '已复制',
  notCopied: '浏览器不允许在此复制。',
  done: '已完成',
  open: '待办',
};
