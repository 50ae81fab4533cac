import { ChatLogApi, isProblem, SessionId, type Actor } from '@app/contracts';
import { Injectable, Logger } from '@nestjs/common';
import { isLive, type OneCall } from './call/call.js';
import { CallsRepository } from './calls.repository.js';

/** Leaves one message in the chat about each call that is over. */
@Injectable()
export class CallLogbook {
  readonly #logger = new Logger(CallLogbook.name);

  constructor(
    private readonly log: ChatLogApi,
    private readonly calls: CallsRepository,
  ) {}

  /**
   * Does nothing while it runs, or when it was told before. Never throws: what fails is due again a
   * moment later, and for one call there is one message.
   */
  async note(call: OneCall): Promise<void> {
    if (isLive(call) || call.isTold) return;
    try {
      await this.#tell(call);
      await this.calls.replace(call, { ...call, isTold: true, version: call.version + 1 });
    } catch (error) {
      // The chat's log is away: the next look at what is due comes by again.
      this.#logger.warn(`The end of call ${call.id} is not told yet: ${String(error)}`);
    }
  }

  async #tell(call: OneCall): Promise<void> {
    try {
      await this.log.appendCall(voiceOf(call), {
        chatId: call.chatId,
        call: {
          callId: call.id,
          media: call.media,
          reason: call.reason!,
          seconds: secondsOf(call),
        },
      });
    } catch (error) {
      // The caller has sent something of their own under its id: they wanted no such message.
      if (!isProblem(error, 'idempotency_conflict')) throw error;
    }
  }
}

/** The message is the caller's, as the call was. */
function voiceOf({ callerId, parties }: OneCall): Actor {
  const { device } = parties.find(({ userId }) => userId === callerId)!;
  return { userId: callerId, sessionId: device?.sessionId ?? noSession, role: 'member' };
}

const noSession = SessionId.parse('calls');

const secondsOf = ({ startedMs, endedMs }: OneCall): number =>
  startedMs === undefined ? 0 : Math.round((endedMs! - startedMs) / 1000);
