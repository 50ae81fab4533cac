import type { Dictionary } from '../../app/language/dictionary';

export const directory: Dictionary['directory'] = {
  title: '通讯录',
  pageTitle: {
    people: '联系人 · 通讯录 · Parley',
    channels: '频道 · 通讯录 · Parley',
  },
  kind: '查找范围',
  tabs: { people: '联系人', channels: '频道' },
  findPeople: '查找联系人',
  findPeopleHint: '名字或用户名',
  nobody: '没有叫这个名字的人',
  nobodyHint: '请输入名字或用户名的开头。',
  more: '显示更多',
  write: '发消息',
  writeTo: (name) => `发消息给 ${name}`,
  card: (name) => `${name} 的名片`,
  you: '（你）',
};
