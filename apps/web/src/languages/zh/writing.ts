import type { Dictionary } from '../../app/language/dictionary';

export const writing: Dictionary['writing'] = {
  emoji: '表情',
  noEmoji: '无法加载表情：没有连接到服务器。',
  tryAgain: '重试',
  picker: {
    search: '查找表情',
    groups: '表情分组',
    recent: '最近使用',
    found: '找到的',
    noMatch: '没有这个名称的表情',
    tone: '肤色',
    noTone: '默认肤色',
  },
  everybodyHere: '所有在线的人',
  everybody: '聊天中的所有人',
};
