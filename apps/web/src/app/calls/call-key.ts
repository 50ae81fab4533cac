import { otherKeys } from '../chats/shortcuts/other-keys';

const [, LETTER] = otherKeys.calls.toCall.split('+') as [string, string];

/** From anywhere to the call: the one that rings, or the one in which one is. */
export const isCallKey = ({ altKey, ctrlKey, metaKey, shiftKey, code }: KeyboardEvent): boolean =>
  altKey && !ctrlKey && !metaKey && !shiftKey && code === `Key${LETTER.toUpperCase()}`;
