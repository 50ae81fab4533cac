import type { Dictionary } from '../../app/language/dictionary';

export const rowMenu: Dictionary['rowMenu'] = {
  deeds: {
    read: '标为已读',
    favourite: '添加到收藏',
    plain: '从收藏中移除',
    up: '上移',
    down: '下移',
    mute: '静音…',
    unmute: '取消静音',
    details: '详情',
  },
  leave: '退出…',
  hide: '隐藏…',
  spans: { hour: '1 小时', 'working-day': '8 小时', always: '直到我取消静音' },
};
