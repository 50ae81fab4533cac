import type { CallId, ClientEventAck, ClientEventName, SfuPlace } from '@app/contracts';
import { DtlsIdentity } from '../../libs/calls/src/media/testing/ends/dtls-end.js';
import { MediaEnd } from '../../libs/calls/src/media/testing/ends/media-end.js';
import { RtpStream } from '../../libs/calls/src/media/testing/ends/rtp-stream.js';
import { opus } from '../../libs/calls/src/media/testing/rtp-samples.js';
import { parley } from '../contenders/parley.js';
import { createChat, register, type Account } from '../load/account.js';
import { SocketClient } from '../load/socket-client.js';

const packetMs = 20;

/** How long somebody waits who comes into a call, and for what. */
export interface Joining {
  /** From accepting to the first packet, ms; the handshake is that of a program of OpenSSL. */
  readonly ms: number;
  /** Of that, until both ends had keys, from the answer to `sfu_join` on. */
  readonly handshakeMs: number;
  /** Questions to the server, one after the other. */
  readonly roundTrips: number;
}

/** Who comes by turns: one person may come back into a call ten times at once. */
const comersCount = 12;

/** People of a group: one speaks, the others come and go. */
export class JoiningPeople {
  readonly #identity = new DtlsIdentity();
  #callId: CallId | undefined;
  #joins = 0;
  #speaking: NodeJS.Timeout | undefined;
  #source: MediaEnd | undefined;

  private constructor(
    private readonly speaker: SocketClient,
    private readonly comers: readonly SocketClient[],
    private readonly chatId: string,
    private readonly stop: () => Promise<void>,
  ) {}

  static async begin(): Promise<JoiningPeople> {
    const server = await parley({ PARLEY_MEDIA_ADDRESS: '127.0.0.1' });
    const { url } = server;
    const names = Array.from({ length: 1 + comersCount }, (_, n) => `person-${n}`);
    const accounts = await Promise.all(names.map((name) => register(url, name)));
    const [first, ...others] = accounts as [Account, ...Account[]];
    const memberIds = others.map(({ id }) => id);
    const chatId = await createChat(url, first, { type: 'group', name: 'all', memberIds });
    const [speaker, ...comers] = (await Promise.all(
      accounts.map(({ token }) => SocketClient.connect(url, () => undefined, token)),
    )) as [SocketClient, ...SocketClient[]];
    const people = new JoiningPeople(speaker, comers, chatId, () => server.close());
    await people.#speak();
    return people;
  }

  async join(): Promise<Joining> {
    const callId = this.#callId!;
    const comer = this.comers[this.#joins++ % comersCount]!;
    const since = performance.now();
    let roundTrips = 0;
    const ask = <N extends ClientEventName>(name: N, input: object) => {
      roundTrips++;
      return asked(comer, name, { ...input, callId });
    };
    await ask('call_accepted', {});
    const place = await ask('sfu_join', {});
    const joined = performance.now();
    let heard: (() => void) | undefined;
    const first = new Promise<void>((resolve) => (heard = resolve));
    const opening = this.#open(comer, place.receive).then((end) => {
      end.heard = heard;
      return { end, atMs: performance.now() };
    });
    await this.#consume(place, ask);
    const { end, atMs } = await opening;
    await first;
    const ms = performance.now() - since;
    end.close();
    await asked(comer, 'end_call', { callId });
    return { ms, handshakeMs: atMs - joined, roundTrips };
  }

  async close(): Promise<void> {
    clearInterval(this.#speaking);
    this.#source?.close();
    this.speaker.close();
    for (const comer of this.comers) comer.close();
    this.#identity.close();
    await this.stop();
  }

  /** Beside the handshake, whose question waits for nothing that is asked here. */
  async #consume(
    { receive, rtpCapabilities, producers }: SfuPlace,
    ask: <N extends ClientEventName>(name: N, input: object) => Promise<ClientEventAck<N>>,
  ): Promise<void> {
    const producerIds = producers.map(({ producerId }) => producerId);
    const wish = { transportId: receive.id, rtpCapabilities, producerIds };
    const { consumers } = await ask('sfu_consume', wish);
    const [{ consumerId }] = consumers as [(typeof consumers)[number]];
    await ask('sfu_resume_consumer', { consumerId });
  }

  async #speak(): Promise<void> {
    const { chatId } = this;
    const { callId } = await asked(this.speaker, 'call_user', { chatId, media: 'audio' });
    this.#callId = callId;
    const { send } = await asked(this.speaker, 'sfu_join', { callId });
    this.#source = await this.#open(this.speaker, send);
    const wish = { transportId: send.id, source: 'microphone', rtpParameters: opus() };
    await asked(this.speaker, 'sfu_produce', { ...wish, callId });
    const [{ ssrc }] = opus().encodings as [{ ssrc: number }];
    const stream = new RtpStream({ ssrc, payloadType: 111, ticks: 48 * packetMs });
    const sound = Buffer.alloc(80, 1);
    this.#speaking = setInterval(() => this.#source!.send(stream.next(sound)), packetMs);
  }

  #open(client: SocketClient, { id, ...offer }: SfuPlace['send']): Promise<MediaEnd> {
    const about = { callId: this.#callId, transportId: id };
    return MediaEnd.open(offer, this.#identity, (dtlsParameters) =>
      asked(client, 'sfu_connect', { ...about, dtlsParameters }),
    );
  }
}

async function asked<N extends ClientEventName>(
  client: SocketClient,
  name: N,
  input: object,
): Promise<ClientEventAck<N>> {
  const answer = (await client.emit(name, input)) as { ok: boolean };
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
  return answer as ClientEventAck<N>;
}
