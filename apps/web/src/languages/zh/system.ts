import type { Dictionary } from '../../app/language/dictionary';
import { count } from './count';

export const system: Dictionary['system'] = {
  created: (who, what) => `${who} 创建了${what}`,
  kinds: { direct: '这个聊天', group: '群组', channel: '频道' },
  added: (who, whom) => `${who} 添加了 ${whom}`,
  others: (n) => count(n, { other: '另外 # 人' }),
  joined: (who) => `${who} 加入了聊天`,
  left: (who) => `${who} 退出了聊天`,
  removed: (who, whom) => `${who} 移除了 ${whom}`,
  role: (who, whom, role) => `${who} 将 ${whom} 设为${role}`,
  roles: { owner: '所有者', admin: '管理员', member: '成员', readonly: '只读成员' },
  handedOver: (who, whom) => `${who} 将聊天转让给 ${whom}`,
  renamed: (who, name) => `${who} 将聊天命名为“${name}”`,
  topic: (who, topic) => `${who} 设置了主题：${topic}`,
  noTopic: (who) => `${who} 移除了主题`,
  picture: (who) => `${who} 更换了聊天图片`,
  noPicture: (who) => `${who} 移除了聊天图片`,
  archived: (who) => `${who} 归档了聊天`,
  restored: (who) => `${who} 恢复了聊天`,
  changed: (who) => `${who} 更改了聊天设置`,
  deleted: (who) => `${who} 删除了聊天`,
  called: (who, what) => `${who} 发起了通话 · ${what}`,
  unheard: {
    missed: '无人接听',
    declined: '已拒绝',
    busy: '忙线',
    cancelled: '已取消',
    failed: '连接失败',
  },
};
