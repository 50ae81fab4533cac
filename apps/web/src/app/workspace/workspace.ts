import { computed, Injectable, signal } from '@angular/core';
import type { PublicConfig } from '@app/contracts';

/** What is known in any case; the rest once the server has answered. */
type KnownConfig = Partial<PublicConfig> & Omit<PublicConfig, 'deleteWindow' | 'registration'>;

/** What holds until the server has answered, and without a network. */
const assumed: KnownConfig = { name: 'Parley', editWindow: 86_400, maxMessageLength: 8000 };

/** What anybody may know of this workspace before signing in: `GET /api/config`. */
@Injectable({ providedIn: 'root' })
export class Workspace {
  private readonly known = signal<PublicConfig | null>(null);

  readonly config = computed((): KnownConfig => this.known() ?? assumed);
  /** Null until it is known. */
  readonly name = computed(() => this.known()?.name ?? null);

  constructor() {
    void this.load();
  }

  private async load(): Promise<void> {
    try {
      const answer = await fetch('/api/config');
      // A name and two limits of our own server: not worth a schema in the first load.
      if (answer.ok) this.known.set((await answer.json()) as PublicConfig);
    } catch {
      // TypeError: no network. What is assumed is good enough; a reload asks again.
    }
  }
}
