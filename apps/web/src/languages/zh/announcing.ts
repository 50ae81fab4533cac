import type { Dictionary } from '../../app/language/dictionary';

export const announcing: Dictionary['announcing'] = {
  region: '公告',
  dismiss: (text) => `关闭：${text}`,
  warning: '版主向你发出警告。',
  mute: (until) => `版主已禁止你发言，直到 ${until}。`,
  unmute: '你可以再次发言了。',
  understood: '知道了',
  exports: {
    ready: '你的数据归档已就绪。',
    failed: '无法制作你的数据归档。',
  },
  open: '打开',
};
