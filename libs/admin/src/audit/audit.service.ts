import {
  Mark,
  problem,
  type Actor,
  type AuditApi,
  type AuditDeed,
  type AuditEntry,
  type AuditHead,
  type AuditPage,
  type AuditQuery,
  type AuditVerdict,
  type Done,
  type Origin,
} from '@app/contracts';
import { AuditOutbox, cutPage, decodeCursor, PermissionGate } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { checkEntries } from './audit-check.js';
import { AuditLog } from './audit-log.js';
import { EntriesRepository } from './entries.repository.js';
import { origin as beginning } from './entry-hash.js';

/** Entries that one call reads: as many as it may take in the time of a call. */
const readAtOnce = 200;
const checkedAtOnce = 2000;

/** Positions that are looked through at first; then four times as many, and so on. */
const firstStretch = 1000;

@Injectable()
export class AuditService implements AuditApi {
  constructor(
    private readonly gate: PermissionGate,
    private readonly log: AuditLog,
    private readonly entries: EntriesRepository,
    private readonly outbox: AuditOutbox,
  ) {}

  /** No access check: it is on no edge, and modules write down what they have let somebody do. */
  async append(_module: Actor, { deeds }: { deeds: AuditDeed[] }): Promise<Done> {
    await this.log.append(deeds);
    return {};
  }

  async list(actor: Actor, { cursor, limit, ...filter }: AuditQuery): Promise<AuditPage> {
    await this.gate.admit(actor, 'readAudit');
    const before = placeOf(cursor) ?? (await this.log.head()).position + 1;
    const found = await this.#newestBefore(before, filter, limit + 1);
    return cutPage(found, limit, ({ position }) => [String(position)]);
  }

  async openExport(actor: Actor, { origin }: { origin: Origin }): Promise<AuditHead> {
    const admin = await this.gate.admit(actor, 'readAudit', { origin });
    const head = await this.log.head();
    const after = { upTo: head.position };
    await this.outbox.record({ action: 'audit.exported', actor: admin, origin, after });
    return head;
  }

  async read(
    actor: Actor,
    { after, upTo }: { after: number; upTo: number },
  ): Promise<{ items: AuditEntry[]; next: number | null }> {
    await this.gate.admit(actor, 'readAudit');
    const end = Math.min(upTo, after + readAtOnce);
    return { items: await this.entries.range(after, end), next: end < upTo ? end : null };
  }

  async verify(
    actor: Actor,
    { after }: { after: number },
  ): Promise<AuditVerdict & { next: number | null }> {
    await this.gate.admit(actor, 'readAudit');
    const noted = await this.entries.notedHead();
    const head = await this.log.head();
    const upTo = Math.min(head.position, after + checkedAtOnce);
    const last = await this.#endBefore(after);
    const checked = checkEntries(last, await this.entries.range(after, upTo), upTo, noted);
    const isThrough = checked.fault !== undefined || upTo >= head.position;
    return {
      isIntact: checked.fault === undefined,
      checked: checked.last.position,
      head,
      ...(checked.fault && { fault: checked.fault }),
      next: isThrough ? null : upTo,
    };
  }

  /**
   * Looks back from `before`, through ever longer stretches: both bounds of a range cost something
   * on some engines, however little is asked for.
   */
  async #newestBefore(
    before: number,
    filter: Omit<AuditQuery, 'cursor' | 'limit'>,
    limit: number,
  ): Promise<AuditEntry[]> {
    const found: AuditEntry[] = [];
    let [end, length] = [before, firstStretch];
    while (end > 1 && found.length < limit) {
      const after = Math.max(0, end - 1 - length);
      const bounds = { after, before: end, limit: limit - found.length };
      // One after the other: mostly the first one has all.
      found.push(...(await this.entries.search(bounds, filter)));
      [end, length] = [after + 1, length * 4];
    }
    return found;
  }

  async #endBefore(after: number): Promise<AuditHead> {
    const [entry] = after === 0 ? [] : await this.entries.range(after - 1, after);
    return entry
      ? { position: entry.position, hash: entry.hash }
      : { ...beginning, position: after };
  }
}

/** Undefined at the beginning. Throws `validation_failed`. */
function placeOf(cursor: string | undefined): number | undefined {
  const [place] = decodeCursor(cursor, 1) ?? [];
  if (place === undefined) return undefined;
  const { data, error } = Mark.safeParse(Number(place));
  if (!error) return data;
  throw problem('validation_failed', {
    issues: [{ path: 'cursor', message: 'Not a cursor of ours' }],
  });
}
