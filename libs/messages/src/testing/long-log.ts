import type { ChatId, ClientMsgId, SystemEvent, UserId } from '@app/contracts';
import { newDraft, placeDraft, type Head, type OpId } from '../log/slot.js';
import { toDocument, type SlotDocument } from '../log/slot.schema.js';

/** What somebody has said in a log that a test makes. */
export interface LogLine {
  readonly senderId: UserId;
  readonly text: string;
  readonly at: Date;
  /** It is the system's line. */
  readonly system?: SystemEvent;
  /** The text that it had first. */
  readonly former?: string;
  readonly isDeleted?: boolean;
}

export interface LongLog {
  readonly documents: readonly SlotDocument[];
  readonly head: Head;
}

/**
 * The documents of lines that follow `after`, as the appender stores them: for a log so long that
 * sending it would take minutes. An edit or a deletion comes right after its message.
 */
export function longLog(chatId: ChatId, lines: readonly LogLine[], after: Head): LongLog {
  let { seq, rev } = after;
  const documents = lines.map((line) => {
    const document = documentOf(chatId, line, ++seq, ++rev);
    if (document.version > 1) rev++;
    return document;
  });
  return { documents, head: { seq, rev } };
}

function documentOf(chatId: ChatId, line: LogLine, seq: number, rev: number): SlotDocument {
  const { senderId, text, at, system, former, isDeleted } = line;
  const draft = newDraft({
    chatId,
    senderId,
    clientMsgId: `line ${seq}` as ClientMsgId,
    kind: system ? 'system' : 'text',
    text: former ?? text,
    system,
    createdAt: at,
  });
  const document = toDocument(placeDraft(draft, seq, rev));
  if (former === undefined && !isDeleted) return document;
  const ops = [`change of ${seq}` as OpId];
  const changed = { ...document, revs: [rev, rev + 1], version: 2, ops };
  return isDeleted
    ? { ...changed, text: '', deletedAt: at, deletedBy: senderId }
    : { ...changed, text, editedAt: at, history: [{ rev, text: former ?? '', at }] };
}
