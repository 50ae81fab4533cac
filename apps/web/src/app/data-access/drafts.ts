import { computed, signal } from '@angular/core';
import type { ChatId, UserId } from '@app/contracts';
import { deviceStorage } from '@app/web-session';

/** Keys are pressed faster than a disk likes. */
const WRITE_AFTER_MS = 400;

/**
 * Where something is written: the composer of a chat, or a message, by the key of its row and the
 * version that it had when the change was begun.
 */
export type DraftPlace = ChatId | `edit ${string}@${number}`;

type Texts = ReadonlyMap<DraftPlace, string>;

/**
 * What is written and not sent, place by place; kept over reloads in this browser, whose tabs share
 * it. Each writes only what was typed in it, and takes what was typed or sent elsewhere, but never
 * over a text that has gone on here meanwhile; and what is sent takes only itself away.
 */
export class Drafts {
  private readonly texts = signal<Texts>(new Map());
  private readonly key: string;
  /** What is to be written, by what stood there when this tab began to differ from the others. */
  private readonly dirty = new Map<DraftPlace, string>();
  /** Where the text was typed in this tab, not taken from another. */
  private readonly typedHere = new Set<DraftPlace>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** `Map<DraftPlace, text>`; empty ones are left out. */
  readonly all = this.texts.asReadonly();
  /** Where something waits. The same set while somebody goes on writing. */
  readonly places = computed<ReadonlySet<DraftPlace>>(() => new Set(this.texts().keys()), {
    equal: (a, b) => a.size === b.size && [...a].every((place) => b.has(place)),
  });

  /** `refused`: this browser does not keep it. */
  constructor(
    userId: UserId,
    private readonly refused: (error: unknown) => void,
  ) {
    this.key = `parley-drafts-${userId}`;
    this.texts.set(this.read());
    const leave = (): void => this.flush();
    addEventListener('pagehide', leave);
    // Who goes to another tab goes on writing there.
    document.addEventListener('visibilitychange', leave);
    addEventListener('storage', ({ key, oldValue, newValue }) => {
      if (key === this.key) this.take(parsed(oldValue), parsed(newValue));
    });
  }

  of(place: DraftPlace | null): string {
    return (place && this.texts().get(place)) ?? '';
  }

  write(place: DraftPlace, text: string): void {
    const before = this.of(place);
    if (before === text) return;
    this.texts.set(withText(this.texts(), place, text));
    this.typedHere.add(place);
    if (!this.dirty.has(place)) this.dirty.set(place, before);
    this.timer ??= setTimeout(() => this.flush(), WRITE_AFTER_MS);
  }

  /** After what waits there already. */
  append(chatId: ChatId, text: string): void {
    const before = this.of(chatId);
    this.write(chatId, before === '' ? text : `${before}\n${text}`);
  }

  forget(): void {
    this.texts.set(new Map());
    this.dirty.clear();
    this.typedHere.clear();
    this.timer = undefined;
    this.save(new Map());
  }

  /** What there is no room for waits for the next time, and takes no shorter text with it. */
  private flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const shortestFirst = [...this.dirty].sort(
      ([one], [other]) => this.of(one).length - this.of(other).length,
    );
    for (const [id, base] of shortestFirst) {
      // Of other chats another tab knows more.
      const now = this.read();
      const text = this.toKeep(id, base, now.get(id) ?? '');
      if (this.save(withText(now, id, text))) this.dirty.delete(id);
    }
  }

  /** What was sent here takes no text away that another tab has begun meanwhile. */
  private toKeep(id: DraftPlace, base: string, theirs: string): string {
    const ours = this.of(id);
    if (ours !== '' || theirs === base) return ours;
    this.accept(new Map([[id, theirs]]));
    return theirs;
  }

  private take(before: Texts, now: Texts): void {
    const isAsBefore = (id: DraftPlace): boolean => this.of(id) === (before.get(id) ?? '');
    // Two may write in two tabs of one chat: neither sees its text turn into the other's.
    const isInUse = (id: DraftPlace): boolean =>
      document.hasFocus() && this.of(id) !== '' && (now.get(id) ?? '') !== '';
    const changed = [...new Set([...before.keys(), ...now.keys()])].filter(
      (id) => !this.typedHere.has(id) || (isAsBefore(id) && !isInUse(id)),
    );
    this.accept(new Map(changed.map((id) => [id, now.get(id) ?? ''])));
  }

  /** Here is now what another tab has written there. */
  private accept(theirs: Texts): void {
    const add = (texts: Texts, [id, text]: [DraftPlace, string]): Texts =>
      withText(texts, id, text);
    this.texts.set([...theirs].reduce(add, this.texts()));
    for (const id of theirs.keys()) this.typedHere.delete(id);
  }

  private read(): Texts {
    const kept = deviceStorage.read(this.key);
    return kept === undefined ? this.texts() : parsed(kept);
  }

  /** False: the browser does not keep it. */
  private save(texts: Texts): boolean {
    const kept = texts.size === 0 ? null : JSON.stringify([...texts]);
    let isKept = true;
    deviceStorage.write(this.key, kept, (error) => {
      isKept = false;
      this.refused(error);
    });
    return isKept;
  }
}

function parsed(kept: string | null): Texts {
  try {
    return new Map(kept === null ? [] : (JSON.parse(kept) as [DraftPlace, string][]));
  } catch {
    // SyntaxError: somebody has edited it.
    return new Map();
  }
}

function withText(texts: Texts, place: DraftPlace, text: string): Texts {
  const next = new Map(texts);
  if (text === '') next.delete(place);
  else next.set(place, text);
  return next;
}
