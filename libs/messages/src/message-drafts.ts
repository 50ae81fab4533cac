import {
  FilesApi,
  isImported,
  problem,
  type Actor,
  type ClientMsgId,
  type FileId,
  type MessageFile,
  type MessageKind,
  type SendMessage,
} from '@app/contracts';
import { Clock, IdGenerator } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { newDraft, type Draft } from './log/slot.js';
import { SlotsRepository } from './log/slots.repository.js';

/**
 * Makes what is about to be stored of what somebody sends. Its files are held from then on, so that
 * nothing stored ever names one that is gone; what is held by a message that was never stored is
 * found by the sweep of the files module.
 */
@Injectable()
export class MessageDrafts {
  constructor(
    private readonly files: FilesApi,
    private readonly slots: SlotsRepository,
    private readonly clock: Clock,
    private readonly ids: IdGenerator,
  ) {}

  /**
   * Nobody is asked anything unless it has files; then throws `not_found`, `forbidden`, `gone`, and
   * `service_unavailable` when files are away.
   */
  async of(actor: Actor, input: SendMessage): Promise<Draft> {
    mustBeOwn(input);
    const { chatId, text, replyTo, fileIds } = input;
    const draft = {
      chatId,
      senderId: actor.userId,
      clientMsgId: input.clientMsgId ?? (this.ids.next() as ClientMsgId),
      kind: kindOf(input),
      text,
      replyTo,
      createdAt: this.clock.now(),
    };
    if (!fileIds) return newDraft(draft);
    return this.withFiles(actor, newDraft(draft), fileIds);
  }

  /** As `of`; the files are the actor's, whoever sends it. */
  async withFiles(actor: Actor, draft: Draft, fileIds: readonly FileId[]): Promise<Draft> {
    return newDraft({ ...draft, files: await this.#hold(actor, draft, fileIds) });
  }

  /** In the order of the ids. Idempotent. */
  async #hold(
    actor: Actor,
    { chatId, id: messageId }: Draft,
    fileIds: readonly FileId[],
  ): Promise<MessageFile[]> {
    try {
      return (await this.files.attach(actor, { fileIds: [...fileIds], chatId, messageId })).files;
    } catch (error) {
      // The repetition of a send whose files are gone since? Stored already, only their ids count.
      if (!(await this.slots.find(messageId))) throw error;
      return fileIds.map((id) => ({ id, name: '', mime: '', size: 0 }));
    }
  }
}

/** Under an id of imports it would be told to nobody. */
function mustBeOwn({ clientMsgId }: SendMessage): void {
  if (clientMsgId === undefined || !isImported({ clientMsgId })) return;
  throw problem('validation_failed', { issues: [{ path: 'clientMsgId', message: 'Reserved' }] });
}

function kindOf({ fileIds, isVoice }: SendMessage): MessageKind {
  if (isVoice) return 'voice';
  return fileIds ? 'file' : 'text';
}
