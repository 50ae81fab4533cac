import type { Dictionary } from '../../app/language/dictionary';

export const shortcuts: Dictionary['shortcuts'] = {
  title: '键盘快捷键',
  mod: { mac: '⌘', other: 'Ctrl' },
  alt: { mac: '⌥', other: 'Alt' },
  names: { ArrowUp: '↑', ArrowDown: '↓', Escape: 'Esc' },
  groups: { shell: '任何位置', list: '在聊天列表中', writing: '编写时' },
  keys: {
    find: '查找聊天、联系人、频道或命令',
    previousChat: '上一个聊天',
    nextChat: '下一个聊天',
    previousUnread: '上一个未读聊天',
    nextUnread: '下一个未读聊天',
    settings: '设置',
    keys: '查看快捷键',
    close: '关闭当前打开的内容',
    row: '下一行',
    raise: '上移收藏',
    lower: '下移收藏',
    rowMenu: '聊天菜单',
    send: '发送',
    newLine: '换行',
    bold: '粗体',
    italic: '斜体',
    link: '为所选文字添加链接',
    editLast: '编辑上一条消息（输入框为空时）',
  },
};
