import type { ServerResponse } from 'node:http';

/**
 * Runs `action` at the last moment at which a header can be set: what it says is only known when
 * the response is complete.
 */
export function beforeHeaders(response: ServerResponse, action: () => void): void {
  const writeHead: (...args: never[]) => ServerResponse = response.writeHead.bind(response);
  response.writeHead = (...args: never[]) => {
    action();
    return writeHead(...args);
  };
}
