import type { Dictionary } from '../../app/language/dictionary';
import { count } from './count';

export const switcher: Dictionary['switcher'] = {
  title: '搜索或跳转',
  placeholder: '聊天、联系人、频道、命令',
  results: '结果',
  sections: {
    recent: '最近',
    chats: '聊天',
    people: '联系人',
    channels: '可加入的频道',
    commands: '命令',
    messages: '消息',
  },
  searchFor: (query) => `在消息中搜索“${query}”`,
  searching: '正在搜索…',
  nothing: (query) => `没有与“${query}”匹配的内容`,
  nothingHint: '试试更少的字，或换个说法。',
  onlyKnown: '当前离线：仅显示本设备已有的内容。',
  join: '加入',
  people: (people) => count(people, { other: '# 人' }),
  hints: { choose: '选择', open: '打开', close: '关闭', search: '搜索消息' },
  keys: { enter: 'Enter', escape: 'Esc' },
};
