import { inject, Injectable, signal, untracked } from '@angular/core';
import type { FileId, FileLink, FileLinks as LinksFound } from '@app/contracts';
import { isLineProblem, reconnectDelay } from '@app/web-realtime';
import { ChatClient } from './chat-client';
import { ChatWiring } from './chat-wiring';

/** As many as one question may name. */
const AT_ONCE = 100;
/** A link that ends sooner is asked for anew: one may begin to play what it leads to. */
const MARGIN_MS = 60_000;
/** More than any chat shows; those that were found first go first. */
const MOST_KEPT = 1000;

/**
 * Ways to the bytes of files and to their previews. What is shown asks for its own; all that is
 * asked for in one turn is one question. A preview that is ready later is told by the line, and
 * asked for again; so is everything that could not be had while the line was away.
 */
@Injectable({ providedIn: 'root' })
export class FileLinks {
  private readonly wiring = inject(ChatWiring);
  private readonly known = signal<ReadonlyMap<FileId, FileLink | null>>(new Map());
  private readonly wanted = new Set<FileId>();
  /** In the question that is on its way; its answer may be older than what is told meanwhile. */
  private readonly asked = new Set<FileId>();
  private isAsking = false;
  private failures = 0;

  constructor() {
    inject(ChatClient).connection.listen((news) => {
      if (news.kind === 'ready') this.catchUp();
      if (news.kind !== 'event' || news.name !== 'preview_ready') return;
      const { fileId } = news.event;
      if (this.known().has(fileId) || this.asked.has(fileId)) this.renew(fileId);
    });
  }

  /** Undefined: not known yet. Null: it is not to be had (gone, or not for this person). */
  of(id: FileId): FileLink | null | undefined {
    return this.known().get(id);
  }

  /**
   * Asks for those that are not known, or end soon. An answer is no reason to ask again: to a clock
   * that is ahead each link has ended when it comes, and of more than are kept some are missing.
   */
  want(ids: Iterable<FileId>): void {
    const soon = this.wiring.now().getTime() + MARGIN_MS;
    const known = untracked(this.known);
    for (const id of ids) {
      const link = known.get(id);
      if (link === undefined || (link && Date.parse(link.expiresAt) < soon)) this.wanted.add(id);
    }
    this.ask();
  }

  /** Rejects with `ConnectionLost` or `RequestProblem`. */
  async find(id: FileId): Promise<FileLink | null> {
    await this.askSome([id]);
    return this.of(id) ?? null;
  }

  /** Asks again for one that leads nowhere. What is known of it stays until then. */
  renew(id: FileId): void {
    this.wanted.add(id);
    this.ask();
  }

  /** What a missed event might have told. */
  private catchUp(): void {
    for (const [id, link] of this.known()) if (link?.preview === 'pending') this.wanted.add(id);
    this.failures = 0;
    this.ask();
  }

  private ask(): void {
    if (this.isAsking || this.wanted.size === 0) return;
    this.isAsking = true;
    // What else this turn draws asks with it.
    queueMicrotask(() => void this.askAll());
  }

  private async askAll(): Promise<void> {
    try {
      while (this.wanted.size > 0) await this.askWanted();
      this.failures = 0;
    } catch (error) {
      // No line, or no file service: again when there may be one.
      if (!isLineProblem(error)) throw error;
      const delay = reconnectDelay(++this.failures, this.wiring.random);
      setTimeout(() => this.ask(), delay);
    } finally {
      this.isAsking = false;
    }
  }

  /** Of what is wanted, as many as one question may name. */
  private async askWanted(): Promise<void> {
    const ids = [...this.wanted].slice(0, AT_ONCE);
    // Before there is an answer: what is wanted meanwhile is wanted again.
    for (const id of ids) this.wanted.delete(id);
    try {
      await this.askSome(ids);
    } catch (error) {
      // Whatever it is, they are as wanted as before.
      for (const id of ids) this.wanted.add(id);
      throw error;
    }
  }

  private async askSome(ids: readonly FileId[]): Promise<void> {
    for (const id of ids) this.asked.add(id);
    try {
      const query = { ids: ids.join() };
      const { items } = await this.wiring.rest.request<LinksFound>('GET', 'files/links', { query });
      this.keep(ids.map((id) => [id, items.find((link) => link.id === id) ?? null]));
    } finally {
      for (const id of ids) this.asked.delete(id);
    }
  }

  private keep(found: readonly (readonly [FileId, FileLink | null])[]): void {
    const known = new Map(this.known());
    for (const [id, link] of found) {
      known.delete(id);
      known.set(id, link);
    }
    for (const id of [...known.keys()].slice(0, Math.max(0, known.size - MOST_KEPT)))
      known.delete(id);
    this.known.set(known);
  }
}
