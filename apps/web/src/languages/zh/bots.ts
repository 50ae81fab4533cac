import type { Dictionary } from '../../app/language/dictionary';

export const bots: Dictionary['bots'] = {
  bot: '机器人',
  state: '状态',
  made: '创建时间',
  make: '创建机器人',
  makeHint: '机器人是有自己名字的程序。它没有密码，只能通过令牌说话。',
  name: '名称',
  nameMissing: '请为它命名。',
  username: '用户名',
  usernameHint: '提及会指向它。不能更改。',
  usernameInvalid: '字母、数字、点和连字符，最多 32 个。',
  usernameTaken: '此用户名已被使用。',
  none: '还没有机器人',
  noneHint: '为会自动在这里发言的程序创建一个。',
  noTokens: '它没有令牌，什么也做不了。',
};
