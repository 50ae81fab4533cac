import type { Dictionary } from '../../app/language/dictionary';
import { isolate } from './isolate';

export const markup: Dictionary['markup'] = {
  table: 'جدول',
  code: 'شيفرة',
  codeIn: (language) => `شيفرة، ${isolate(language)}`,
  copyCode: 'نسخ الشيفرة',
  copied: 'تم النسخ',
  notCopied: 'لا يسمح المتصفح بالنسخ هنا.',
  done: 'منجزة',
  open: 'قيد التنفيذ',
};
