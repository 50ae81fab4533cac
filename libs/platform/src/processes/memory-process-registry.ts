import { problem } from '@app/contracts';
import type { KnownProcess, ProcessMember, ProcessRegistry } from './process-registry.js';

/** Of a process that is alone: it knows itself. */
export class MemoryProcessRegistry implements ProcessRegistry {
  #member: ProcessMember | undefined;

  announce(member: ProcessMember): void {
    this.#member = member;
  }

  async list(): Promise<KnownProcess[]> {
    if (!this.#member) return [];
    return [{ report: await this.#member.look(), silentMs: 0, isLost: false, isToDrain: false }];
  }

  backlogs(): Promise<[]> {
    return Promise.resolve([]);
  }

  async drain(id: string, isToDrain: boolean): Promise<void> {
    const { id: own } = this.#member ?? {};
    await Promise.resolve();
    if (id !== own) throw problem('not_found');
    // Nobody else would be at work.
    if (isToDrain) throw problem('conflict', { field: 'processId' });
  }

  close(): Promise<void> {
    this.#member = undefined;
    return Promise.resolve();
  }
}
