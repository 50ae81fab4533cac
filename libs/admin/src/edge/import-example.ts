import type { FileId, Import, ImportId, UserId } from '@app/contracts';

/** An import that is done, to show in the documents. */
export const anImport = {
  id: '01JD3V8K2MZ6T4R7Y1C5XWQ9BF' as ImportId,
  source: 'slack',
  isTrial: false,
  state: 'done',
  fileId: '01JD3V8K2MZ6T4R7Y1C5XWQ9BG' as FileId,
  fileName: 'Acme Slack export.zip',
  createdBy: '01JD3V8K2MZ6T4R7Y1C5XWQ9BA' as UserId,
  createdAt: '2026-01-02T03:04:05.678Z',
  endedAt: '2026-01-02T03:09:41.042Z',
  progress: { chats: 42, ofChats: 42 },
  counts: {
    matchedPeople: 31,
    placeholders: 9,
    chats: 40,
    messages: 51_204,
    reactions: 8_310,
    files: 1_877,
  },
  notes: [
    { reason: 'placeholder', count: 9, examples: ['Cleo Cox (cleo)'] },
    { reason: 'unknown_emoji', count: 12, examples: [':partyparrot:'] },
  ],
} as const satisfies Omit<Import, 'notes'> & { notes: unknown };
