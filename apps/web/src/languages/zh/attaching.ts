import type { Dictionary } from '../../app/language/dictionary';
import { count } from './count';

export const attaching: Dictionary['attaching'] = {
  attach: '添加文件',
  tray: '要发送的文件',
  remove: (name) => `移除 ${name}`,
  attached: (n) => count(n, { other: '已添加 # 个文件' }),
  removed: (name) => `已移除 ${name}`,
  refused: (name, why) => `${name}：${why}`,
  problems: {
    tooLarge: (most) => `太大：最多 ${most}`,
    empty: '此文件为空',
    folder: '无法发送文件夹',
    tooMany: (most) => `一次最多 ${most} 个：请稍后再发送`,
  },
  drop: (title) => `拖放到这里，发往 ${title}`,
  dropHint: '在你确认之前不会发送任何内容。',
  waiting: '等待中',
  sent: (part, all) => `${part} / 共 ${all}`,
  uploaded: '已上传',
  paused: '已暂停',
  onlyHere: '仅在此页面打开期间保留',
  progressOf: (name) => `正在上传 ${name}`,
  pause: (name) => `暂停 ${name}`,
  resume: (name) => `继续 ${name}`,
  without: (name) => `发送时不带 ${name}`,
  percent: (name, percent) => `${name}：${percent}`,
};
