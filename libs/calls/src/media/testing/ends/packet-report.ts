/** What was got between two reports, at most: a report has one chunk. */
const mostPackets = 1000;

/** Steps of the times in a report, in ms: of the beginning, and between two packets. */
const [beginMs, stepMs] = [64, 0.25];

/** Longest time between two packets that a short step says. */
const mostSteps = 255;

/**
 * What a browser says of each packet that it gets (transport-cc): which ones, and how long after
 * each other. What is missing between them nobody reports.
 */
export class PacketReport {
  #count = 0;
  #base: number | undefined;
  #next = 0;
  #times: number[] = [];

  /** `extension`: the id under which packets have their number in the transport. */
  constructor(private readonly extension: number) {}

  got(packet: Buffer, nowMs: number): void {
    const number = numberOf(packet, this.extension);
    if (number === undefined) return;
    if (number !== this.#next || this.#times.length >= mostPackets) this.#begin(number);
    this.#base ??= number;
    this.#next = (number + 1) & 0xffff;
    this.#times.push(nowMs);
  }

  /** RTCP of what came since the one before; undefined: nothing. */
  take(): Buffer | undefined {
    const [base, times] = [this.#base, this.#times];
    this.#begin(this.#next);
    const [first] = times;
    if (base === undefined || first === undefined) return undefined;
    const deltas = stepsOf(times);
    const padding = (4 - ((22 + deltas.length) % 4)) % 4;
    const report = Buffer.alloc(22 + deltas.length + padding);
    // Feedback 15 of transports, from nobody in particular.
    report.writeUInt16BE(0x8fcd, 0);
    report.writeUInt16BE(report.length / 4 - 1, 2);
    report.writeUInt32BE(1, 4);
    report.writeUInt16BE(base, 12);
    report.writeUInt16BE(deltas.length, 14);
    report.writeUIntBE(Math.floor(first / beginMs) & 0xffffff, 16, 3);
    report.writeUInt8(this.#count++ & 0xff, 19);
    // So many in a row came, each a short step after the other.
    report.writeUInt16BE(0x2000 | deltas.length, 20);
    deltas.copy(report, 22);
    return report;
  }

  #begin(number: number): void {
    this.#base = undefined;
    this.#next = number;
    this.#times = [];
  }
}

function stepsOf(times: readonly number[]): Buffer {
  let before = Math.floor(times[0]! / beginMs) * beginMs;
  const steps = times.map((time) => {
    const step = Math.min(mostSteps, Math.max(0, Math.round((time - before) / stepMs)));
    before += step * stepMs;
    return step;
  });
  return Buffer.from(steps);
}

/** Of a header extension of two bytes, among those of one byte of head each (RFC 8285). */
function numberOf(packet: Buffer, extension: number): number | undefined {
  if ((packet[0]! & 0x10) === 0) return undefined;
  let at = 12 + 4 * (packet[0]! & 0x0f) + 4;
  const end = at + 4 * packet.readUInt16BE(at - 2);
  while (at < end) {
    const head = packet[at]!;
    if (head >> 4 === extension) return packet.readUInt16BE(at + 1);
    at += head === 0 ? 1 : 2 + (head & 0x0f);
  }
  return undefined;
}
