import type { Dictionary } from '../../app/language/dictionary';
import { count } from './count';

export const signs: Dictionary['signs'] = {
  react: '回应',
  reactions: '回应',
  others: (people) => count(people, { other: '另外 # 人' }),
  pin: '为所有人置顶',
  unpin: '取消置顶',
  pinnedBy: (name) => `由 ${name} 置顶`,
  pinned: '置顶消息',
  noPinsTitle: '还没有置顶消息',
  noPins: '大家都需要找到的内容，可以从它的菜单置顶。',
  morePins: '显示更多',
  callAllTitle: (people) => count(people, { other: '通知 # 人？' }),
  callAll: (call) => `${call} 会提及此聊天中的所有人。`,
  send: '发送',
};
