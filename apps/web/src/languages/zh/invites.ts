import type { Dictionary } from '../../app/language/dictionary';
import { count } from './count';

export const invites: Dictionary['invites'] = {
  pageTitle: '邀请 · Parley',
  title: '你收到一个邀请',
  loading: '正在查找邀请…',
  by: (inviter, chat) => `${inviter} 邀请你加入 ${chat}`,
  members: (people) => count(people, { other: '# 人' }),
  join: '加入聊天',
  signIn: '登录并加入',
  register: '创建账号',
  goneTitle: '这个邀请已失效',
  goneHint: '它已过期、用完或被撤回。请索取新的邀请。',
  unknownTitle: '没有这个邀请',
  unknownHint: '请检查链接：可能缺了一部分。',
  failedTitle: '无法显示邀请',
  tryAgain: '重试',
  toChats: '前往聊天',
};
