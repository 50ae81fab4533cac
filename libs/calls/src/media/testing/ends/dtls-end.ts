import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DtlsParameters } from '../../rtp.js';
import { keyingLength, splitKeying, type SrtpKeys } from './srtp.js';

/** Who all ends of this process say that they are: a certificate of a day, by OpenSSL. */
export class DtlsIdentity {
  readonly #folder = mkdtempSync(join(tmpdir(), 'parley-dtls-'));
  readonly keyFile = join(this.#folder, 'key.pem');
  readonly certificateFile = join(this.#folder, 'certificate.pem');
  readonly parameters: DtlsParameters;

  constructor() {
    const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-noenc'];
    const files = ['-keyout', this.keyFile, '-out', this.certificateFile];
    const named = ['-x509', '-days', '1', '-subj', '/CN=end'];
    execFileSync('openssl', ['req', ...named, ...curve, ...files], { stdio: 'ignore' });
    const value = new X509Certificate(readFileSync(this.certificateFile)).fingerprint256;
    this.parameters = { role: 'client', fingerprints: [{ algorithm: 'sha-256', value }] };
  }

  close(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/**
 * A handshake of DTLS as its client, by `openssl s_client`: what it says goes through `say`, and
 * what the other end says comes by `hear`.
 */
export class DtlsHandshake {
  static async begin(
    identity: DtlsIdentity,
    say: (datagram: Buffer) => void,
  ): Promise<DtlsHandshake> {
    const socket = createSocket('udp4');
    socket.bind(0, '127.0.0.1');
    await once(socket, 'listening');
    return new DtlsHandshake(identity, say, socket);
  }

  readonly #client: ChildProcess;
  #port: number | undefined;

  private constructor(
    identity: DtlsIdentity,
    say: (datagram: Buffer) => void,
    private readonly socket: Socket,
  ) {
    socket.on('message', (datagram, { port }) => {
      this.#port = port;
      say(datagram);
    });
    const to = `127.0.0.1:${socket.address().port}`;
    const own = ['-cert', identity.certificateFile, '-key', identity.keyFile];
    const keying = ['-keymatexport', 'EXTRACTOR-dtls_srtp', '-keymatexportlen', `${keyingLength}`];
    const srtp = ['-use_srtp', 'SRTP_AEAD_AES_128_GCM'];
    const args = ['s_client', '-dtls1_2', '-connect', to, ...own, ...srtp, ...keying];
    this.#client = spawn('openssl', args, { stdio: ['pipe', 'pipe', 'ignore'] });
  }

  hear(datagram: Buffer): void {
    if (this.#port !== undefined) this.socket.send(datagram, this.#port, '127.0.0.1');
  }

  /**
   * What was agreed on, for what this end sends and for what it gets. Then the client is gone, and
   * has not said goodbye. Throws when it ends before.
   */
  async keys(): Promise<{ sent: SrtpKeys; got: SrtpKeys }> {
    try {
      const { client, server } = splitKeying(await this.#material());
      return { sent: client, got: server };
    } finally {
      this.#client.kill('SIGKILL');
      this.socket.close();
    }
  }

  async #material(): Promise<Buffer> {
    let said = '';
    for await (const chunk of this.#client.stdout!) {
      said += String(chunk);
      const found = new RegExp(`Keying material: ([0-9A-F]{${2 * keyingLength}})`).exec(said);
      if (found) return Buffer.from(found[1]!, 'hex');
    }
    throw new Error(`No handshake: ${said}`);
  }
}
