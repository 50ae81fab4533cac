import type { Dictionary } from '../../app/language/dictionary';

export const installation: Dictionary['installation'] = {
  newVersion: 'Parley 有新版本。',
  brokenVersion: '这个版本的 Parley 已不完整。你写的内容会保留。',
  reload: '重新加载',
  notKept: {
    off: '这个浏览器不会为 Parley 保存内容。只要此页面保持打开，你写的内容就会发送。',
    full: '本设备空间已满。只要此页面保持打开，你写的内容就会发送。',
  },
  shareTitle: '发送给…',
  shareHint: '内容会留在输入框里，直到你发送。',
  shareFilter: '查找聊天',
  shareNobody: '没有这个名称的聊天',
};
