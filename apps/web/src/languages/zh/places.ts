import type { Dictionary } from '../../app/language/dictionary';

export const places: Dictionary['places'] = {
  noSuchMessage: '此聊天中没有这条消息。',
};
