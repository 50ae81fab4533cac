import { randomBytes } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { connect, createServer, isIP, type Socket } from 'node:net';
import { connect as connectByTls } from 'node:tls';
import { checkOf, failed, ok, skipped, warning, type Check } from './finding.js';

/** So long somebody may take to answer, in ms. */
const patienceMs = 3000;

/** Whether we may listen there, or do already. */
export function portCheck(host: string, port: number): Check {
  const cure = 'Stop who listens there, or choose another port (PORT, `npm start -- --port N`).';
  return checkOf('ports', cure, async () => {
    const server = createServer();
    try {
      server.listen(port, host);
      await once(server, 'listening');
      server.close();
      return ok('ports', `${host}:${port} is free.`);
    } catch (error) {
      // Taken: by a Parley that runs, or by somebody else.
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
      if (await isParley(host, port)) return ok('ports', `Parley answers at ${host}:${port}.`);
      return failed('ports', `Somebody else listens at ${host}:${port}.`, cure);
    }
  });
}

async function isParley(host: string, port: number): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(patienceMs);
    const answer = await fetch(`http://${host}:${port}/health/live`, { signal });
    return answer.ok && (answer.headers.get('content-type') ?? '').includes('json');
  } catch {
    // It speaks something else, or says nothing.
    return false;
  }
}

/** Whether a relay answers, by STUN over UDP; by TCP that it takes connections. */
export function turnCheck(urls: readonly string[]): Check {
  const cure =
    'Start coturn (deploy/turn), open its port in the firewall, and check PARLEY_TURN_URLS.';
  const turns = urls.filter((url) => /^turns?:/iu.test(url));
  return checkOf('TURN', cure, async () => {
    if (turns.length === 0) {
      const says = 'There is none: calls between two may fail where both are behind a firewall.';
      return skipped('TURN', says);
    }
    for (const url of turns) {
      const { host, port, isByTcp } = relayOf(url);
      if (isByTcp) (await connected(host, port)).destroy();
      else await answerByStun(host, port);
    }
    return ok('TURN', `${turns.join(', ')} answer.`);
  });
}

/** Where it is, as of RFC 7065; an IPv6 address without its brackets. */
export function relayOf(url: string) {
  const [, bracketed, plain, port] =
    /^turns?:(?:\[([^\]]+)\]|([^:?]+))(?::(\d+))?/iu.exec(url) ?? [];
  const isTls = /^turns:/iu.test(url);
  return {
    host: bracketed ?? plain ?? '',
    port: Number(port ?? (isTls ? 5349 : 3478)),
    isByTcp: isTls || /transport=tcp/iu.test(url),
  };
}

async function answerByStun(host: string, port: number): Promise<void> {
  const socket = createSocket(host.includes(':') ? 'udp6' : 'udp4');
  // A binding request: its type, no attributes, the magic cookie, and an id.
  const ask = Buffer.concat([Buffer.from('000100002112a442', 'hex'), randomBytes(12)]);
  try {
    socket.send(ask, port, host);
    const signal = AbortSignal.timeout(patienceMs);
    const [answer] = (await once(socket, 'message', { signal })) as [Buffer];
    if (!answer.subarray(8, 20).equals(ask.subarray(8))) throw new Error('Not an answer of STUN');
  } catch (error) {
    // Time is over, or the machine itself says that nobody is there.
    throw new Error(`${host}:${port} does not answer by UDP`, { cause: error });
  } finally {
    socket.close();
  }
}

/** Whether the mail server greets. */
export function mailCheck(smtpUrl: string | undefined): Check {
  const cure = 'Check PARLEY_SMTP_URL, and that this machine may reach that port.';
  return checkOf('mail', cure, async () => {
    if (smtpUrl === undefined) return skipped('mail', 'No mails are sent (PARLEY_SMTP_URL).');
    const { protocol, hostname, port } = new URL(smtpUrl);
    const isTls = protocol === 'smtps:';
    const socket = await connected(unbracketed(hostname), Number(port || (isTls ? 465 : 587)));
    try {
      if (isTls) return ok('mail', `${hostname} takes connections.`);
      const signal = AbortSignal.timeout(patienceMs);
      const [greeting] = (await once(socket, 'data', { signal })) as [Buffer];
      if (greeting.toString().startsWith('220')) return ok('mail', `${hostname} greets.`);
      return failed('mail', `${hostname} is no mail server, or refuses us.`, cure);
    } finally {
      socket.destroy();
    }
  });
}

/** Whether the certificates of our addresses are good, and for how long. */
export function certificateCheck(origin: string, now = new Date()): Check {
  const cure = 'Renew the certificate at the proxy (certbot renew), and reload the proxy.';
  return checkOf('certificates', cure, async () => {
    const { protocol, hostname, port } = new URL(origin);
    if (protocol !== 'https:') return skipped('certificates', `${origin} has none.`);
    const host = unbracketed(hostname);
    const socket = connectByTls({
      // An address is no name that a server could be asked by.
      ...{ host, servername: isIP(host) ? '' : host, port: Number(port || 443) },
      rejectUnauthorized: false,
      timeout: patienceMs,
    });
    try {
      await once(socket, 'secureConnect', { signal: AbortSignal.timeout(patienceMs) });
      const until = new Date(socket.getPeerCertificate().valid_to);
      const days = Math.floor((until.getTime() - now.getTime()) / 86_400_000);
      if (days < 0) return failed('certificates', `That of ${hostname} has ended.`, cure);
      if (!socket.authorized) {
        const says = `That of ${hostname} is not trusted: ${String(socket.authorizationError)}.`;
        return failed('certificates', says, 'Take one of an authority that browsers know.');
      }
      const says = `That of ${hostname} is good for ${days} days.`;
      return days < 14 ? warning('certificates', says, cure) : ok('certificates', says);
    } finally {
      socket.destroy();
    }
  });
}

/** An IPv6 address as sockets take it; `[::1]` is how it stands in a URL. */
const unbracketed = (hostname: string): string => hostname.replace(/^\[(.+)\]$/, '$1');

async function connected(host: string, port: number): Promise<Socket> {
  const socket = connect(port, host);
  await once(socket, 'connect', { signal: AbortSignal.timeout(patienceMs) });
  return socket;
}
