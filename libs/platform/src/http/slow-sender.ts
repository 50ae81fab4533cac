import type { IncomingMessage } from 'node:http';

/** Bytes that somebody sends at least in each second, over some. */
const leastPerSecond = 1024;

/**
 * Ends the connection of a sender that brings less in `seconds`, while we wait for it: whoever lets
 * bytes drip would keep a connection, and a place on the disk, for as long as a request may take.
 */
export function endWhenSlow(request: IncomingMessage, seconds: number): void {
  let before = request.socket.bytesRead;
  const timer = setInterval(() => {
    const { bytesRead } = request.socket;
    // What lies here unread is our delay, not theirs.
    const isTheirs = !request.complete && request.readableLength === 0;
    if (isTheirs && bytesRead - before < leastPerSecond * seconds) request.destroy();
    before = bytesRead;
  }, seconds * 1000).unref();
  request.once('close', () => clearInterval(timer));
}
