import type { ChatId, ChatRetention, RetentionPreview, RetentionState } from '@app/contracts';

/** A rule of a chat, to show in the documents. */
export const aChatRetention = {
  chatId: '01JD3V8K2MZ6T4R7Y1C5XWQ9BD' as ChatId,
  type: 'channel',
  name: 'Support',
  days: 90,
} as const satisfies ChatRetention;

const { days: _, ...chat } = aChatRetention;

/** How long messages are kept, with the last night. */
export const theRetention: RetentionState = {
  days: 365,
  version: 4,
  lastRun: {
    state: 'done',
    startedAt: '2026-01-02T03:00:00.042Z',
    endedAt: '2026-01-02T03:00:11.678Z',
    chats: 12,
    messages: 4_310,
    files: 96,
    bytes: 734_003_200,
  },
};

export const aPreview: RetentionPreview = {
  messages: 4_310,
  files: 96,
  bytes: 734_003_200,
  items: [{ ...chat, messages: 1_204, files: 40, bytes: 312_000_000 }],
  page: { nextCursor: null, hasMore: false },
};
