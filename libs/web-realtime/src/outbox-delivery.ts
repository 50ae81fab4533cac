import type { ClientMsgId, Message } from '@app/contracts';
import { RequestProblem } from '@app/web-session';
import type { ChatArchive } from './chat-archive';
import type { ChatConnection } from './chat-connection';
import type { OutboxEntries } from './outbox-entries';
import type { OutboxEntry } from './outbox-storage';

/** A message that is stored, and which of the texts of its entry it was stored with. */
interface Stored {
  readonly message: Message;
  readonly text: string;
}

/** Refusals that time heals: by itself, or by the connection that has to be made anew first. */
const PASSING: readonly string[] = [
  'service_unavailable',
  'draining',
  'rate_limited',
  'slow_mode',
  'token_expired',
  'unauthenticated',
];

export function isPassing({ code }: RequestProblem): boolean {
  return PASSING.includes(code);
}

/** Brings one entry to the server, and then what the person has wished of it meanwhile. */
export class OutboxDelivery {
  constructor(
    private readonly connection: ChatConnection,
    private readonly archive: Pick<ChatArchive, 'edit' | 'remove'>,
    private readonly kept: OutboxEntries,
    private readonly newId: () => ClientMsgId,
  ) {}

  /**
   * A message whose ack was lost may have been rewritten since. The server keeps to what it has
   * under this id: then the entry is found by one of its former texts.
   */
  async store(entry: OutboxEntry): Promise<Stored> {
    try {
      return await this.send(entry, entry.text);
    } catch (error) {
      // Refused, or no connection; both are for the caller, but for an id that is taken.
      if (!isTaken(error)) throw error;
      for (const text of entry.former ?? []) {
        const stored = await this.send(entry, text).catch(unlessTaken);
        if (stored) return stored;
      }
      throw error;
    }
  }

  /**
   * What was rewritten under way is edited now, and what was discarded is deleted; then the entry
   * is forgotten. Rejects where that has to be tried again; what is refused for good is set aside
   * as a message of its own.
   */
  async fulfil(entry: OutboxEntry, { message, text }: Stored): Promise<void> {
    const { clientMsgId } = entry;
    try {
      if (this.kept.isDiscarded(clientMsgId)) await this.archive.remove(message.id, 'everyone');
      const wish = this.kept.find(clientMsgId)?.text ?? text;
      if (wish === text || wish === message.text) {
        // In this very moment: whoever rewrites it from now on finds no entry, but the message.
        await this.kept.remove(clientMsgId);
        return;
      }
      const edited = await this.archive.edit(message.id, wish, message.version);
      // Typing goes on while one waits.
      await this.fulfil(entry, { message: edited, text: wish });
    } catch (error) {
      // Without a connection, or refused in passing: the caller comes back.
      if (!(error instanceof RequestProblem) || isPassing(error)) throw error;
      // It was deleted elsewhere.
      if (error.code !== 'gone' && error.code !== 'not_found')
        await this.setAside(clientMsgId, error.code);
      await this.kept.remove(clientMsgId);
    }
  }

  private async setAside(clientMsgId: ClientMsgId, code: string): Promise<void> {
    const known = this.kept.find(clientMsgId);
    if (!known) return;
    // Its files are in the message that is stored.
    const { former: _, files: __, ...entry } = known;
    await this.kept.put({ ...entry, clientMsgId: this.newId(), state: 'failed', code });
  }

  private async send(entry: OutboxEntry, text: string): Promise<Stored> {
    const { clientMsgId, chatId, replyTo, files = [], isVoice } = entry;
    const fileIds = files.flatMap(({ fileId }) => fileId ?? []);
    const input = {
      ...{ clientMsgId, chatId, text },
      ...(replyTo === undefined ? {} : { replyTo }),
      ...(fileIds.length === 0 ? {} : { fileIds }),
      ...(isVoice && { isVoice }),
    };
    const { message } = await this.connection.ask('send_message', input);
    return { message, text };
  }
}

function isTaken(error: unknown): boolean {
  return error instanceof RequestProblem && error.code === 'idempotency_conflict';
}

function unlessTaken(error: unknown): undefined {
  if (!isTaken(error)) throw error;
}
