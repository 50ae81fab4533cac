import type { CallId } from '@app/contracts';
import { Clock, Elsewhere, Replicas } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { OneCall } from '../call/call.js';
import { CallDesk } from '../call-desk.js';

/** A process that has not said so for so long has a room no more, ms. */
const hostMs = 6000;

/**
 * Which process has the room of a call: the first that was asked for it, as the document of the
 * call says, until it says so no longer. Who is asked for what another one has leaves it to that.
 */
@Injectable()
export class Placement {
  constructor(
    private readonly desk: CallDesk,
    private readonly replicas: Replicas,
    private readonly clock: Clock,
  ) {}

  isHere({ host }: OneCall): boolean {
    return host?.id === this.replicas.own;
  }

  /** Had by a process that no longer says so. */
  isLost(call: OneCall): boolean {
    return call.host !== undefined && !this.isHere(call) && !this.#isKept(call);
  }

  /** With a process that can be asked. */
  isElsewhere(call: OneCall): boolean {
    return !this.isHere(call) && this.#isKept(call) && this.replicas.has(call.host!.id);
  }

  /** Throws `Elsewhere`. */
  mustNotBeElsewhere(call: OneCall): void {
    if (this.isElsewhere(call)) throw new Elsewhere(call.host!.id);
  }

  /** From now on it is here. Throws what `CallDesk.host` does. */
  async take(callId: CallId): Promise<void> {
    const untilMs = this.clock.now().getTime() + hostMs;
    await this.desk.host(callId, { id: this.replicas.own, untilMs });
  }

  /**
   * It is still here, and others hear so in time: not from a process that nobody can ask, which
   * would keep it from them. Throws what `CallDesk.host` does.
   */
  async keep({ id, host }: OneCall): Promise<void> {
    const isDue = host!.untilMs - this.clock.now().getTime() <= (hostMs * 2) / 3;
    if (isDue && this.replicas.has(this.replicas.own)) await this.take(id);
  }

  /** The next one that is asked has it. False where another one has had it already. */
  letGo(callId: CallId): Promise<boolean> {
    return this.desk.unhost(callId, this.replicas.own);
  }

  #isKept({ host }: OneCall): boolean {
    return host !== undefined && host.untilMs > this.clock.now().getTime();
  }
}
