import {
  AuditApi,
  type Actor,
  type AuditHead,
  type AuditVerdict,
  type Origin,
} from '@app/contracts';
import { Injectable } from '@nestjs/common';

type AuditStretch = Awaited<ReturnType<AuditApi['read']>>;

/** Goes through all of the audit log, by as many calls of its port as that takes. */
@Injectable()
export class AuditWalk {
  constructor(private readonly audit: AuditApi) {}

  /** Stops when nobody asks any more: what it has found by then, nobody hears. */
  async verify(actor: Actor, asked: AbortSignal): Promise<AuditVerdict> {
    let after = 0;
    for (;;) {
      // One after the other: each goes on where the one before has found all right.
      const { next, ...verdict } = await this.audit.verify(actor, { after });
      if (next === null || asked.aborted) return verdict;
      after = next;
    }
  }

  /** Up to `head`, where the log ends now. Throws before there is a line. */
  async export(
    actor: Actor,
    origin: Origin,
  ): Promise<{ head: AuditHead; lines: AsyncGenerator<string> }> {
    const head = await this.audit.openExport(actor, { origin });
    return { head, lines: this.#lines(actor, head.position) };
  }

  /** One entry each, in the order of the log; as it is taken, so nothing is held. */
  async *#lines(actor: Actor, upTo: number): AsyncGenerator<string> {
    for (let after: number | null = 0; after !== null;) {
      const { items, next }: AuditStretch = await this.audit.read(actor, { after, upTo });
      // Where some are missing there may be more: a hole is no end.
      if (items.length > 0) yield items.map((entry) => `${JSON.stringify(entry)}\n`).join('');
      after = next;
    }
  }
}
