import { computed, inject, Injectable, signal, untracked } from '@angular/core';
import type { ClientMsgId } from '@app/contracts';
import { isLineProblem } from '@app/web-realtime';
import { ChatClient } from './chat-client';
import { ChatSync } from './chat-sync';

const noProgress: ReadonlyMap<string, number> = new Map();

/** The files of what waits to be sent, of all chats. */
@Injectable({ providedIn: 'root' })
export class WaitingUploads {
  private readonly client = inject(ChatClient);
  private readonly archive = inject(ChatSync).archive;
  private readonly largest = signal<number | null>(null);

  /** No file may be larger; null: not known yet, or without a network. */
  readonly maxFileBytes = this.largest.asReadonly();
  /** How far they are: `Map<key of a file, bytes that are there>`. */
  readonly progress = computed(() => this.client.openedOutbox()?.progress() ?? noProgress);

  /** May be asked often. */
  askMaxFileBytes(): void {
    if (untracked(this.largest) !== null) return;
    this.archive.fileQuota().then(
      ({ maxFileBytes }) => this.largest.set(maxFileBytes),
      (error: unknown) => {
        // Without a network, or with files away, the server tells when it is sent.
        if (!isLineProblem(error)) throw error;
      },
    );
  }

  /** Undefined: it is not here any more. */
  async content(key: string): Promise<Blob | undefined> {
    return (await this.client.outbox).content(key);
  }

  readonly remove = (id: ClientMsgId, key: string): void =>
    void this.client.outbox.then((outbox) => outbox.removeFile(id, key));

  readonly pause = (id: ClientMsgId, key: string, isPaused: boolean): void =>
    void this.client.outbox.then((outbox) => outbox.pause(id, key, isPaused));
}
