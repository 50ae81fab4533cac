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
