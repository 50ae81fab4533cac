import type { Dictionary } from '../../app/language/dictionary';

export const avatars: Dictionary['avatars'] = {
  choose: '选择图片',
  change: '更换图片',
  remove: '移除图片',
  save: '保存图片',
  cancel: '取消',
  hint: '也可以拖放到这里。其他人会看到图片中间的正方形部分。',
  preview: '其他人将看到这个样子。',
  saved: '图片已保存',
  removed: '图片已移除',
  notAPicture: '无法作为图片读取。请尝试 JPEG、PNG 或 WebP。',
};
