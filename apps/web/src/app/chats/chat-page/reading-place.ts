import { tabStorage, traces } from '@app/web-session';

const KEY = traces.places;
/** Chats that one has gone on from longest ago begin at their end again. */
const MOST = 50;

/** `chatId` and what stands on top of the screen there, the latest last. */
type Places = readonly (readonly [string, number])[];

/**
 * Remembers what stands on top of the screen, for who comes back to the chat in this tab, by a
 * reload, too; null: the end.
 */
export function keepPlace(chatId: string, seq: number | null): void {
  const others = read().filter(([id]) => id !== chatId);
  const places: Places = seq === null ? others : [...others, [chatId, seq]];
  tabStorage.write(KEY, JSON.stringify(places.slice(-MOST)));
}

/** Where this tab was reading in the chat when one went on from it; null: at the end. */
export function placeIn(chatId: string): number | null {
  return read().find(([id]) => id === chatId)?.[1] ?? null;
}

function read(): Places {
  try {
    const kept = JSON.parse(tabStorage.read(KEY) ?? '[]') as Places;
    return kept.filter(([, seq]) => Number.isSafeInteger(seq));
  } catch {
    // SyntaxError or TypeError: somebody has edited it.
    return [];
  }
}
