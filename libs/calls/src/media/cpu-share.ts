/** Which share of a core a process uses, by what it says of its CPU time now and then. */
export class CpuShare {
  #last: { readonly cpuMs: number; readonly atMs: number } | undefined;
  #value = 0;

  /** Between the last two that were added; 0 before there are two. */
  get value(): number {
    return this.#value;
  }

  add(cpuMs: number, atMs: number): void {
    const last = this.#last;
    // Two looks in one moment say nothing.
    if (last && atMs <= last.atMs) return;
    if (last) this.#value = Math.max(0, (cpuMs - last.cpuMs) / (atMs - last.atMs));
    this.#last = { cpuMs, atMs };
  }
}
