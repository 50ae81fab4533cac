import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

/** A port of loopback that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  return (await tryPort(0))!;
}

/** The `wanted` port if it is free, else any; 0 wants any. */
export async function choosePort(wanted: number): Promise<number> {
  return (await tryPort(wanted)) ?? (await freePort());
}

async function tryPort(port: number): Promise<number | undefined> {
  const server = createServer();
  server.listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (error) {
    // EADDRINUSE: since the last start somebody else has taken it.
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return undefined;
    throw error;
  }
  const { port: taken } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return taken;
}
