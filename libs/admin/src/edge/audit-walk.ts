import { AuditApi, type Actor, type AuditVerdict, type Origin } from '@app/contracts';
import { Injectable } from '@nestjs/common';

/** Goes through all of the audit log, by as many calls of its port as that takes. */
@Injectable()
export class AuditWalk {
  constructor(private readonly audit: AuditApi) {}

  async verify(actor: Actor): Promise<AuditVerdict> {
    let after = 0;
    for (;;) {
      // One after the other: each goes on where the one before has found all right.
      const { next, ...verdict } = await this.audit.verify(actor, { after });
      if (next === null) return verdict;
      after = next;
    }
  }

  /** Throws before there is a line. */
  async export(actor: Actor, origin: Origin): Promise<AsyncGenerator<string>> {
    const { position } = await this.audit.openExport(actor, { origin });
    return this.#lines(actor, position);
  }

  /** One entry each, in the order of the log; as it is taken, so nothing is held. */
  async *#lines(actor: Actor, upTo: number): AsyncGenerator<string> {
    for (let after = 0; after < upTo;) {
      const { items } = await this.audit.read(actor, { after, upTo });
      if (items.length === 0) return;
      yield items.map((entry) => `${JSON.stringify(entry)}\n`).join('');
      after = items.at(-1)!.position;
    }
  }
}
