import type { Dictionary } from '../../app/language/dictionary';
import { count } from './count';

export const ui: Dictionary['ui'] = {
  presence: { online: '在线', away: '离开', dnd: '请勿打扰', offline: '离线' },
  delivery: {
    queued: '等待网络',
    failed: '未发送',
    stored: '已保存',
    delivered: '已送达',
    seen: '已读',
  },
  bot: '机器人',
  edited: '（已编辑）',
  showHistory: '已编辑：查看编辑记录',
  retry: '重试',
  discard: '放弃',
  send: '发送',
  close: '关闭',
  showPassword: '显示密码',
  hidePassword: '隐藏密码',
  suggestions: '建议',
  unread: (messages) => count(messages, { other: '# 条未读消息' }),
  mentions: (mentions) => count(mentions, { other: '# 次提及' }),
  suggested: (items) => count(items, { other: '# 条建议' }),
  lengthOf: (length, max) => `共 ${max} 个字符，已用 ${length} 个`,
  tooLong: (characters) => count(characters, { other: '超出 # 个字符' }),
};
