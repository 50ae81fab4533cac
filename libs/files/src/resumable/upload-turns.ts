import { setTimeout as pause } from 'node:timers/promises';
import { problem, type FileId } from '@app/contracts';
import { Clock, IdGenerator } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { UploadsRepository } from './uploads.repository.js';

/** Ms that a turn lasts unless it is prolonged: so long an upload waits whose process has died. */
const turnMs = 4000;

/** Ms between two prolongations: so long an earlier request goes on at most. */
const prolongMs = 500;

/** Ms between two looks at one that another has. */
const lookMs = 50;

/** Ms that somebody waits for a turn. */
const patienceMs = 10_000;

/**
 * One request at a time works on an upload, whichever process has it. A connection that broke may
 * look alive for long on our side: so a later request asks the earlier one to stop, and takes over
 * from a process that has died.
 */
@Injectable()
export class UploadTurns {
  constructor(
    private readonly uploads: UploadsRepository,
    private readonly ids: IdGenerator,
    private readonly clock: Clock,
  ) {}

  /**
   * `over`: another one waits, or nobody knows any more. Throws `not_found`, `service_unavailable`.
   */
  async take<T>(id: FileId, work: (over: AbortSignal) => Promise<T>): Promise<T> {
    const holder = this.ids.next();
    await this.#await(id, holder);
    const over = new AbortController();
    const end = () => {
      // Not prolonged from here on: whatever does not stop loses its turn by time.
      clearInterval(timer);
      over.abort(problem('service_unavailable', { service: 'files' }));
    };
    const timer = setInterval(() => {
      this.uploads.holdOn(id, holder, this.#end()).then((isOurs) => isOurs || end(), end);
    }, prolongMs).unref();
    try {
      return await work(over.signal);
    } catch (error) {
      // It was ended: whatever failed by that.
      over.signal.throwIfAborted();
      throw error;
    } finally {
      clearInterval(timer);
      await this.uploads.letGo(id, holder);
    }
  }

  async #await(id: FileId, holder: string): Promise<void> {
    for (let left = patienceMs; left > 0; left -= lookMs) {
      // Until it is free: nobody tells.
      if (await this.uploads.take(id, holder, this.clock.now(), this.#end())) return;
      if (!(await this.uploads.want(id))) throw problem('not_found');
      await pause(lookMs);
    }
    throw problem('service_unavailable', { service: 'files' });
  }

  #end(): Date {
    return new Date(this.clock.now().getTime() + turnMs);
  }
}
