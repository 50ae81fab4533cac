import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import type { IceCandidate, IceParameters } from '../../rtp.js';
import { DtlsHandshake, type DtlsIdentity } from './dtls-end.js';
import { PacketReport } from './packet-report.js';
import { Srtcp, Srtp } from './srtp.js';
import { bindingRequest, isBindingSuccess } from './stun.js';

/** What an end is made from: a `TransportOffer`, or what `sfu_join` answers. */
export interface EndOffer {
  readonly iceParameters: IceParameters;
  readonly iceCandidates: readonly object[];
}

/** Empty packets by which a worker of mediasoup tries how much goes through. */
const probes = 1234;

/** Between two checks of ICE, in ms: without any the server would take the end for gone. */
const checkMs = 5000;

/** Between two reports, in ms: as browsers do. */
const reportMs = 100;

/** An end that is asked again has not been heard, in ms. */
const againMs = 200;

/**
 * The other end of a transport, as a browser is one, over UDP of this machine: ICE, DTLS, and RTP
 * under SRTP. What it gets is counted by the numbers that the packets have.
 */
export class MediaEnd {
  /** Resolves once both ends have agreed on keys. `connect`: tells the server of this one. */
  static async open(
    offer: EndOffer,
    identity: DtlsIdentity,
    connect: (parameters: DtlsIdentity['parameters']) => Promise<unknown>,
  ): Promise<MediaEnd> {
    const socket = createSocket('udp4');
    const candidates = offer.iceCandidates as readonly IceCandidate[];
    const { address, port } = candidates.find(({ protocol }) => protocol === 'udp')!;
    socket.connect(port, address);
    await once(socket, 'connect');
    const end = new MediaEnd(socket, offer.iceParameters);
    await Promise.all([connect(identity.parameters), end.#agree(identity)]);
    return end;
  }

  /** Packets of RTP that have come. */
  got = 0;
  /** What comes, opened; without one it stays as it came. */
  heard: ((packet: Buffer) => void) | undefined;
  readonly #numbers = new Map<number, { first: number; last: number; got: number }>();
  #checking: NodeJS.Timeout | undefined;
  #reporting: NodeJS.Timeout | undefined;
  #report: PacketReport | undefined;
  #rtcp: Srtcp | undefined;
  #handshake: DtlsHandshake | undefined;
  #sent: Srtp | undefined;
  #gotten: Srtp | undefined;
  #found: (() => void) | undefined;

  private constructor(
    private readonly socket: Socket,
    private readonly ice: IceParameters,
  ) {
    socket.on('message', (datagram) => this.#hear(datagram));
    // The other end has gone: nobody listens there.
    socket.on('error', () => undefined);
  }

  /** Packets that have a number between the first and the last that came, and did not come. */
  get lost(): number {
    let lost = 0;
    for (const { first, last, got } of this.#numbers.values()) lost += last - first + 1 - got;
    return lost;
  }

  send(packet: Buffer): void {
    this.socket.send(this.#sent!.seal(packet));
  }

  /** Reports every packet from now on, as a browser does. `extension`: see `PacketReport`. */
  reportBy(extension: number): void {
    this.#report = new PacketReport(extension);
    this.#reporting = setInterval(() => {
      const report = this.#report!.take();
      if (report) this.socket.send(this.#rtcp!.seal(report));
    }, reportMs);
  }

  close(): void {
    clearInterval(this.#checking);
    clearInterval(this.#reporting);
    this.socket.close();
  }

  async #agree(identity: DtlsIdentity): Promise<void> {
    await this.#findWay();
    const say = (datagram: Buffer) => this.socket.send(datagram);
    this.#handshake = await DtlsHandshake.begin(identity, say);
    const { sent, got } = await this.#handshake.keys();
    this.#handshake = undefined;
    this.#sent = new Srtp(sent);
    this.#rtcp = new Srtcp(sent);
    this.#gotten = new Srtp(got);
  }

  async #findWay(): Promise<void> {
    const check = () => this.socket.send(bindingRequest(this.ice));
    const found = new Promise<void>((resolve) => (this.#found = resolve));
    this.#checking = setInterval(check, againMs);
    check();
    await found;
    clearInterval(this.#checking);
    this.#checking = setInterval(check, checkMs).unref();
  }

  /** By the first byte (RFC 7983). */
  #hear(datagram: Buffer): void {
    const first = datagram[0]!;
    if (first >= 128 && first < 192) this.#hearMedia(datagram);
    else if (first >= 20 && first < 64) this.#handshake?.hear(datagram);
    else if (isBindingSuccess(datagram)) this.#found?.();
  }

  #hearMedia(datagram: Buffer): void {
    const type = datagram[1]!;
    // What is said about the streams, and is none.
    if (type >= 192 && type < 224) return;
    this.#report?.got(datagram, performance.now());
    const ssrc = datagram.readUInt32BE(8);
    if (ssrc === probes) return;
    this.got++;
    this.#count(ssrc, datagram.readUInt16BE(2));
    this.heard?.(this.#gotten!.open(datagram));
  }

  /** Numbers begin anew after 65,536. */
  #count(ssrc: number, number: number): void {
    const known = this.#numbers.get(ssrc);
    if (!known) {
      this.#numbers.set(ssrc, { first: number, last: number, got: 1 });
      return;
    }
    const ahead = (number - known.last) & 0xffff;
    if (ahead < 0x8000) known.last += ahead;
    known.got++;
  }
}
