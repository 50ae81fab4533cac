import type { Dictionary } from '../../app/language/dictionary';

export const writing: Dictionary['writing'] = {
  emoji: '表情',
  noEmoji: '无法加载表情：没有连接到服务器。',
  tryAgain: '重试',
  picker: {
    search: '查找表情',
    groups: '表情分组',
    recent: '最近使用',
    found: '找到的',
    noMatch: '没有这个名称的表情',
    tone: '肤色',
    noTone: '默认肤色',
    groupNames: {
      smileys: '表情与情感',
      people: '人物与身体',
      nature: '动物与自然',
      food: '食物与饮料',
      travel: '旅行与地点',
      activities: '活动',
      objects: '物品',
      symbols: '符号',
      flags: '旗帜',
    },
    toneNames: {
      light: '浅肤色',
      mediumLight: '中等偏浅肤色',
      medium: '中等肤色',
      mediumDark: '中等偏深肤色',
      dark: '深肤色',
    },
  },
  onlyReading: '你在这里只能阅读，不能发言。',
  everybodyHere: '所有在线的人',
  everybody: '聊天中的所有人',
  editHint: (enter) => `${enter} 保存，Esc 取消`,
  homeless: (notes) => `你已不在写过消息的某个聊天中。未发送的内容保存在“${notes}”中。`,
};
