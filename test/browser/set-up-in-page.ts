// How a call comes up in a page: each of these runs in the page, and has nothing of here.

/** What happened since the click, in order, ms. */
export interface SetUp {
  /**
   * At most so many questions needed the answer to the one before: those that were asked after it
   * had come. What no picture waits for is not counted.
   */
  readonly roundTrips: number;
  /** Until the first picture of somebody else was shown. */
  readonly pictureMs: number;
  /** What happened meanwhile. */
  readonly marks: readonly (readonly [ms: number, what: string])[];
}

/** As far as it has come. */
interface Watch {
  readonly marks: [number, string][];
  readonly note: (what: string) => void;
  readonly seen: PromiseWithResolvers<SetUp>;
  readonly answered: (roundTrips: number) => void;
  sinceMs: number;
  roundTrips: number;
}

/** From the next click on. The three after it say what is noted. */
export function beginSetUp(): void {
  const watch: Watch = {
    ...{ marks: [], sinceMs: 0, roundTrips: 0, seen: Promise.withResolvers<SetUp>() },
    note(what) {
      if (watch.sinceMs) watch.marks.push([performance.now() - watch.sinceMs, what]);
    },
    answered(roundTrips) {
      watch.roundTrips = Math.max(watch.roundTrips, roundTrips);
      watch.note(`! ${roundTrips}`);
    },
  };
  const begin = () => (watch.sinceMs = performance.now());
  addEventListener('click', begin, { capture: true, once: true });
  Object.assign(globalThis, { setUp: watch });
}

/** Of both kinds, with how many answers one after the other each may have waited for. */
export function noteQuestions(): void {
  const { setUp } = globalThis as unknown as { setUp: Watch };
  const beside = /^(call_media_state|call_heartbeat|call_ringing|ice_candidate|sfu_produce)$/;
  const asked = new Map<string, number>();
  const ask = (id: string, what: string) => {
    // How large pictures come is asked for once more, when it is known how large they are shown.
    const isFitted = what === 'sfu_fit' && setUp.marks.some(([, mark]) => mark.endsWith(what));
    if (!setUp.sinceMs || isFitted || beside.test(what)) return;
    asked.set(id, setUp.roundTrips + 1);
    setUp.note(`? ${setUp.roundTrips + 1} ${what}`);
  };
  const answer = (id: string) => {
    if (asked.has(id)) setUp.answered(asked.get(id)!);
  };
  const hear = ({ data }: MessageEvent<string>) => answer(/^43(\d+)/.exec(data)?.[1] ?? '');
  const { send } = WebSocket.prototype as { send: (this: WebSocket, data: string) => void };
  // As Socket.IO writes a question, and an answer to it: `42` and `43`, and which one.
  WebSocket.prototype.send = function (this: WebSocket, data: unknown) {
    // Before whom the answer is for: they may ask the next one at once.
    this.addEventListener('message', hear, { capture: true });
    const [, id, name] = /^42(\d+)\["(\w+)"/.exec(data as string) ?? [];
    if (id && name) ask(id, name);
    send.call(this, data as string);
  };
  const native = fetch;
  globalThis.fetch = async (input, init) => {
    const id = crypto.randomUUID();
    ask(id, input instanceof Request ? input.url : String(input));
    const response = await native(input, init);
    answer(id);
    return response;
  };
}

/** What is sent, and by which way it comes. */
export function noteMedia(): void {
  const { setUp } = globalThis as unknown as { setUp: Watch };
  const devices = navigator.mediaDevices;
  const open = devices.getUserMedia.bind(devices);
  devices.getUserMedia = async (wish = {}) => {
    const kinds = Object.keys(wish).join(' and ');
    setUp.note(`opens ${kinds}`);
    const stream = await open(wish);
    setUp.note(`has ${kinds}`);
    return stream;
  };
  const Native = RTCPeerConnection;
  globalThis.RTCPeerConnection = class extends Native {
    constructor(config?: RTCConfiguration) {
      super(config);
      setUp.note('a connection');
      this.addEventListener('connectionstatechange', () => setUp.note(this.connectionState));
      this.addEventListener('track', ({ track }) => {
        const came = () => setUp.note(`packets of ${track.kind}`);
        track.addEventListener('unmute', came, { once: true });
      });
    }
  };
}

/** It is over when the first one of somebody else is drawn. */
export function notePictures(): void {
  const { setUp } = globalThis as unknown as { setUp: Watch };
  const known = new Set<Element>();
  const look = () => {
    for (const video of document.querySelectorAll('app-call-tile:not(.mine) video')) {
      if (known.has(video)) continue;
      known.add(video);
      setUp.note('a player');
      (video as HTMLVideoElement).requestVideoFrameCallback((nowMs) => {
        const { roundTrips, sinceMs, marks } = setUp;
        setUp.seen.resolve({ pictureMs: nowMs - sinceMs, roundTrips, marks });
      });
    }
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
}

export function readSetUp(): Promise<SetUp> {
  return (globalThis as unknown as { setUp: Watch }).setUp.seen.promise;
}
