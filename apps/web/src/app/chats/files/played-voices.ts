import { computed, inject, Injectable, signal } from '@angular/core';
import type { Message } from '@app/contracts';
import { deviceStorage, Session, traces } from '@app/web-session';
import { NOW } from '../../clock';

const KEY = traces.played;

/** As many are remembered; the oldest of more count as played, as all do that are older. */
const MOST = 500;

/** A new device does not know what others have played: what is older than this counts as played. */
const NEWS_MS = 7 * 24 * 3_600_000;

type Named = Pick<Message, 'id' | 'createdAt'>;

/** What was said until `until`, an ISO time, counts as played. */
interface Kept {
  readonly until: string;
  readonly played: readonly Named[];
}

/** Which voice messages somebody has begun to play on this device, in any tab; no other hears. */
@Injectable({ providedIn: 'root' })
export class PlayedVoices {
  private readonly session = inject(Session);
  private readonly now = inject(NOW);
  private readonly kept = signal(parsed(deviceStorage.read(KEY), this.now()));
  /** Of those that are remembered. */
  private readonly ids = computed(() => new Set<string>(this.kept().played.map(({ id }) => id)));

  constructor() {
    // Fired in the other tabs alone.
    addEventListener('storage', ({ key, newValue }) => {
      if (key === KEY) this.kept.set(parsed(newValue, this.now()));
    });
  }

  /** Somebody else has said it, and it was not played here. */
  isNew({ id, kind, senderId, createdAt, isHidden, deletedAt }: Message): boolean {
    if (kind !== 'voice' || isHidden || deletedAt) return false;
    if (senderId === this.session.user()?.id) return false;
    return createdAt > this.kept().until && !this.ids().has(id);
  }

  add(message: Message): void {
    if (!this.isNew(message)) return;
    const { id, createdAt } = message;
    const all = [...this.kept().played, { id, createdAt }].sort((a, b) =>
      a.createdAt < b.createdAt ? -1 : 1,
    );
    const forgotten = all.slice(0, -MOST).at(-1);
    const until = forgotten?.createdAt ?? this.kept().until;
    const kept = { until, played: all.slice(-MOST) };
    this.kept.set(kept);
    deviceStorage.write(KEY, JSON.stringify(kept));
  }
}

function parsed(kept: string | null | undefined, now: Date): Kept {
  const fresh = { until: new Date(now.getTime() - NEWS_MS).toISOString(), played: [] };
  try {
    return (JSON.parse(kept ?? 'null') as Kept | null) ?? fresh;
  } catch {
    // SyntaxError: somebody has edited it.
    return fresh;
  }
}
