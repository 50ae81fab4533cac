import { computed, inject, Injectable } from '@angular/core';
import type { User } from '@app/contracts';
import { Session } from '@app/web-session';
import { ChatStore } from '../../data-access/chat-store';

/** `@here` and `@channel` call everybody in the chat. */
const EVERYBODY: ReadonlySet<string> = new Set(['here', 'channel']);

/** Whom a mention calls. `isMe`: it calls me, by my name or as one of all. */
export interface Called {
  readonly person: User | null;
  readonly isMe: boolean;
}

/** Tells mentions from words that happen to begin with an `@`. */
@Injectable({ providedIn: 'root' })
export class KnownNames {
  private readonly store = inject(ChatStore);
  private readonly me = inject(Session).user;
  private readonly byName = computed(
    () => new Map([...this.store.people().values()].map((p) => [p.username.toLowerCase(), p])),
  );

  /** Whom `name` (lower case, without its `@`) calls; null: nobody who is known here. */
  calledBy(name: string): Called | null {
    if (EVERYBODY.has(name)) return { person: null, isMe: true };
    const me = this.me();
    if (me?.username.toLowerCase() === name) return { person: me, isMe: true };
    const person = this.byName().get(name);
    return person ? { person, isMe: false } : null;
  }
}
