import type { Dictionary } from '../../app/language/dictionary';
import { count } from './count';

export const problems: Dictionary['problems'] = {
  codes: {
    unauthenticated: '你已退出登录，请重新登录。',
    token_expired: '你已退出登录，请重新登录。',
    forbidden: '你不能在这里这样做。',
    insecure_transport: '只能通过 HTTPS 登录。请打开以 https:// 开头的地址。',
    not_member: '你不在这个聊天中。',
    blocked: '你们其中一方屏蔽了另一方。',
    not_found: '内容不存在，或已不存在。',
    gone: '内容已经不在这里。',
    conflict: '已被占用。',
    edit_window_closed: '已超过可编辑的时间。',
    delete_window_closed: '已超过可为所有人删除的时间。',
    precondition_failed: '期间已在另一台设备上更改。',
    idempotency_conflict: '之前已用不同的内容发送过。',
    payload_too_large: '内容太大。',
    validation_failed: '内容不符合要求。',
    service_unavailable: '系统的一部分暂时不可用，请稍后重试。',
    draining: '服务器正在重启，请稍后重试。',
  },
  other: '我们这边出了问题，请重试。',
  offline: '无法连接服务器，请重试。',
  notLoaded: '无法加载。请检查网络连接，或重新加载页面。',
  parts: {
    auth: '登录和退出',
    users: '个人资料和查找联系人',
    access: '聊天',
    chats: '聊天列表',
    members: '成员列表',
    invites: '邀请',
    reads: '已读状态',
    messages: '消息',
  },
  away: (part) => `${part}：暂时不可用。其他功能正常，请稍后重试。`,
  wait: (seconds) => count(seconds, { other: '尝试次数过多，请等待 # 秒。' }),
};
