import type { Dictionary } from '../../app/language/dictionary';

export const notifications: Dictionary['notifications'] = {
  title: '通知',
  pageTitle: '通知 · Parley',
  bell: (count) => (count > 0 ? `通知，${count} 条未读` : '通知'),
  readAll: '全部标为已读',
  more: '显示更多',
  unread: '未读',
  justNow: '刚刚',
  emptyTitle: '还没有任何通知',
  emptyHint: '有人提到你、回复你或来电未接时，会显示在这里。',
  offer: 'Parley 在后台打开时，也在此设备上通知你。',
  allow: '开启',
  message: '新消息',
  kinds: {
    mention: '有人提到了你',
    everyone: '有人呼叫了所有人',
    reply: '新回复',
    keyword: '出现了你关注的词',
    reaction: '新回应',
    missed_call: '未接来电',
    added: '你被加入了一个聊天',
  },
};
