import { fork } from 'node:child_process';
import { once } from 'node:events';

/** A server under measurement: where it is, and the processes whose CPU counts. */
export interface Contender {
  readonly name: string;
  readonly url: string;
  /** Where its sockets are; default `[url]`. People are spread over them. */
  readonly socketUrls?: readonly string[];
  readonly pids: readonly number[];
  close(): Promise<void>;
}

/** Where the `n`th person connects. */
export function socketUrlOf({ url, socketUrls = [url] }: Contender, n: number): string {
  return socketUrls[n % socketUrls.length]!;
}

/** One of the peers in this folder, as a process of its own. */
export async function peer(name: string, file: string): Promise<Contender> {
  const child = fork(new URL(file, import.meta.url));
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  const close = async () => {
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  };
  return { name, url: `http://127.0.0.1:${port}`, pids: [child.pid!], close };
}

export const bareWs = (): Promise<Contender> => peer('bare ws', './bare-ws-server.js');

export const plainSocketIo = (): Promise<Contender> =>
  peer('plain Socket.IO', './plain-socket-io-server.js');
