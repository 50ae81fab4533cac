import {
  AccessApi,
  chatFilesOf,
  type Actor,
  type ChatFile,
  type ChatFilePage,
  type ListChatFiles,
} from '@app/contracts';
import { pageInfo } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { ChatLog } from './chat-log.js';
import { HiddenMessagesRepository } from './hidden-messages.repository.js';
import type { Slot } from './log/slot.js';
import { SlotsRepository } from './log/slots.repository.js';
import { seqOfCursor } from './seq-cursor.js';

/** Slots that the first look takes in, and at most a later one: what is dense is met early. */
const FIRST_SPAN = 128;
const LAST_SPAN = 2048;

/** Looks for one page: 17,000 slots, if none of them holds what is looked for. */
const MOST_LOOKS = 10;

interface Found {
  readonly files: readonly ChatFile[];
  /** The slots before it were not looked at. */
  readonly fromSeq: number;
}

/** The files of a chat, read from its log by the rules by which its messages are. */
@Injectable()
export class ChatFiles {
  constructor(
    private readonly access: AccessApi,
    private readonly log: ChatLog,
    private readonly slots: SlotsRepository,
    private readonly hidden: HiddenMessagesRepository,
  ) {}

  /** Throws `not_found`, `not_member`, `validation_failed` for a cursor that nobody was given. */
  async list(actor: Actor, input: ListChatFiles): Promise<ChatFilePage> {
    const { visibleFromSeq } = await this.access.of(actor, { chatId: input.chatId });
    const before = seqOfCursor(input.cursor) ?? Infinity;
    const head = await this.log.reader.head(input.chatId);
    const end = Math.min(before, head.seq + 1);
    const { files, fromSeq } = await this.#look(actor, input, [visibleFromSeq, end]);
    return {
      items: [...files],
      page: pageInfo(fromSeq > visibleFromSeq ? [String(fromSeq)] : undefined),
    };
  }

  /** Backwards, in spans that grow as long as little is found. */
  async #look(actor: Actor, input: ListChatFiles, [first, end]: [number, number]): Promise<Found> {
    const files: ChatFile[] = [];
    let fromSeq = end;
    let span = FIRST_SPAN;
    for (let looks = 0; looks < MOST_LOOKS && fromSeq > first; looks++) {
      const from = Math.max(first, fromSeq - span);
      const slots = await this.slots.withFiles(input, from, fromSeq);
      const taken = enough(slots, input, input.limit - files.length);
      files.push(...(await this.#visible(actor, input, taken)));
      fromSeq = taken.length < slots.length ? taken.at(-1)!.seq : from;
      if (files.length >= input.limit) break;
      if (taken.length === slots.length) span = Math.min(LAST_SPAN, 4 * span);
    }
    return { files, fromSeq };
  }

  async #visible(
    { userId }: Actor,
    input: ListChatFiles,
    slots: readonly Slot[],
  ): Promise<ChatFile[]> {
    const seqs = slots.map(({ seq }) => seq);
    const hidden = await this.hidden.among(userId, input.chatId, seqs);
    return slots.flatMap((slot) => (hidden.has(slot.seq) ? [] : filesOf(slot, input)));
  }
}

/** As many of the first slots as it takes to have so many files: never more slots than files. */
function enough(slots: readonly Slot[], input: ListChatFiles, limit: number): readonly Slot[] {
  let files = 0;
  const end = slots.findIndex((slot) => (files += filesOf(slot, input).length) >= limit);
  return end < 0 ? slots.slice(0, limit) : slots.slice(0, end + 1);
}

function filesOf(slot: Slot, { kind }: Pick<ListChatFiles, 'kind'>): ChatFile[] {
  const all = chatFilesOf({ ...slot, createdAt: slot.createdAt.toISOString() });
  return kind === undefined ? all : all.filter((one) => one.kind === kind);
}
