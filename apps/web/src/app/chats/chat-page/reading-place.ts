const KEY = 'parley.place';

/** Remembers what stands on top of the screen, for a reload of this tab; null: the end. */
export function keepPlace(chatId: string, seq: number | null): void {
  try {
    if (seq === null) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, `${chatId} ${seq}`);
  } catch {
    // SecurityError, QuotaExceededError: storage is off; a reload then starts at the end.
  }
}

/** Where this tab was reading in the chat before it was loaded anew; null: at the end. */
export function placeIn(chatId: string): number | null {
  try {
    const [id, seq] = sessionStorage.getItem(KEY)?.split(' ') ?? [];
    return id === chatId && Number(seq) > 0 ? Number(seq) : null;
  } catch {
    // SecurityError: storage is off in this browser.
    return null;
  }
}
