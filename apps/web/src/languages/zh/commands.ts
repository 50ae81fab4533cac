import type { Dictionary } from '../../app/language/dictionary';
import { count } from './count';

export const commands: Dictionary['commands'] = {
  newChat: '新建聊天',
  install: '安装 Parley',
  browse: '浏览频道',
  markAllRead: '全部标为已读',
  keys: '键盘快捷键',
  settings: '所有设置',
  console: '工作区控制台',
  directory: '通讯录',
  search: '搜索消息',
  theme: {
    system: '外观：跟随设备',
    light: '外观：浅色',
    dark: '外观：深色',
    contrast: '外观：高对比度',
  },
  signOut: '退出登录',
  signOutTitle: '退出登录？',
  signOutHint: (messages) => count(messages, { other: '还有 # 条消息未发送，将会丢失。' }),
  signOutAnyway: '仍然退出',
};
