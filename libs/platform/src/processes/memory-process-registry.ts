import type { KnownProcess, ProcessMember, ProcessRegistry } from './process-registry.js';

/** Of a process that is alone: it knows itself. */
export class MemoryProcessRegistry implements ProcessRegistry {
  #member: ProcessMember | undefined;

  announce(member: ProcessMember): void {
    this.#member = member;
  }

  async list(): Promise<KnownProcess[]> {
    if (!this.#member) return [];
    return [{ report: await this.#member.look(), silentMs: 0, isLost: false }];
  }

  close(): Promise<void> {
    this.#member = undefined;
    return Promise.resolve();
  }
}
