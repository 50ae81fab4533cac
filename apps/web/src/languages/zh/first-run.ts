import type { Dictionary } from '../../app/language/dictionary';

export const firstRun: Dictionary['firstRun'] = {
  title: (workspace, name) => `${name}，欢迎来到 ${workspace}`,
  hint: '先从这几件事开始，以后也随时都在。',
  notes: '给自己写一条笔记',
  notesHint: '仅你可见，在你的所有设备上都有。',
  channel: (name) => `在 ${name} 打个招呼`,
  channelHint: '这里的每个人都在其中。',
  browse: '看看有哪些频道',
  browseHint: '喜欢哪个就加入哪个。',
  invite: '邀请别人',
  inviteHint: '复制一个可以加入的链接。',
  inviteDone: '链接已复制，发给你想邀请的人吧。',
  inviteByHand: (link) => `请复制这个链接：${link}`,
  install: '安装为应用',
  installHint: '拥有独立的窗口和角标。',
  close: '知道了',
};
