/**
 * By what name a browser keeps what it can ask the server for again; the id of the person follows.
 * Whoever writes them and whoever forgets them, without the other's code, has to mean the same.
 */
export const keptCopies = {
  /** In `localStorage`: the rows of the chat list. */
  rows: 'parley-rows-',
  /** A database: the messages of the recent chats. */
  chats: 'parley-kept-',
} as const;

/** What a browser remembers of how somebody went about. It is no copy: only signing out ends it. */
export const traces = {
  /** In `localStorage`: the voice messages that were played. */
  played: 'parley.played',
  /** In `localStorage`: the emoji that were sent. */
  emoji: 'parley.emoji',
  /** In `sessionStorage`: where one was reading, by chat. */
  places: 'parley.places',
} as const;
