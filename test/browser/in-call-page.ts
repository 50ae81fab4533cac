// What a page in a call is asked for: each of these runs in the page, and has nothing of here.

/** Numbers of what comes in, of all peer connections of a page. */
export interface Incoming {
  readonly audioPackets: number;
  /** Sum of the squares of what was heard, times seconds: as `totalAudioEnergy` in WebRTC. */
  readonly energy: number;
  readonly frames: number;
  /** Of sounds and pictures alone. */
  readonly bytes: number;
  /** Of the pair that is in use: `udp`, and where from. */
  readonly protocol: string;
  readonly candidateType: string;
  /** By which packets are sealed, each once. */
  readonly ciphers: readonly string[];
}

/** From now on the page remembers its peer connections. */
export function watchPeers(): void {
  const peers: RTCPeerConnection[] = [];
  const Native = RTCPeerConnection;
  Object.assign(globalThis, {
    peers,
    RTCPeerConnection: class extends Native {
      constructor(config?: RTCConfiguration) {
        super(config);
        peers.push(this);
      }
    },
  });
}

/** From now on the page knows no way from end to end but a relay. */
export function knowOnlyRelays(): void {
  const Native = RTCPeerConnection;
  Object.assign(globalThis, {
    RTCPeerConnection: class extends Native {
      constructor(config?: RTCConfiguration) {
        const isToTheServer = config?.rtcpMuxPolicy !== undefined;
        super(isToTheServer ? config : { ...config, iceTransportPolicy: 'relay' });
      }
    },
  });
}

/** What is read of several kinds of reports. */
interface Report {
  readonly type: string;
  readonly kind?: string;
  readonly packetsReceived?: number;
  readonly totalAudioEnergy?: number;
  readonly framesDecoded?: number;
  readonly bytesReceived?: number;
  readonly frameHeight?: number;
  readonly codecId?: string;
  readonly mimeType?: string;
  readonly scalabilityMode?: string;
  readonly nominated?: boolean;
  readonly localCandidateId?: string;
  readonly protocol?: string;
  readonly candidateType?: string;
  readonly srtpCipher?: string;
  readonly mid?: string;
}

/** Packets, and the sum of the squares of what was heard, times seconds. */
export interface Sound {
  readonly packets: number;
  readonly energy: number;
}

/** `stream`: as a room names it, a person or a screen of theirs. */
export async function readSound(stream: string): Promise<Sound> {
  const { peers } = globalThis as unknown as { peers: RTCPeerConnection[] };
  let [packets, energy] = [0, 0];
  for (const peer of peers.filter(({ connectionState }) => connectionState === 'connected')) {
    const parts = (peer.remoteDescription?.sdp ?? '').split('\r\nm=');
    const theirs = parts.filter((part) => part.includes(`a=msid:${stream}`));
    const mids = theirs.map((part) => /a=mid:(\S+)/.exec(part)?.[1]);
    (await peer.getStats()).forEach((report: Report) => {
      const isSound = report.type === 'inbound-rtp' && report.kind === 'audio';
      if (!isSound || !mids.includes(report.mid)) return;
      packets += report.packetsReceived ?? 0;
      energy += report.totalAudioEnergy ?? 0;
    });
  }
  return { packets, energy };
}

export async function readIncoming(): Promise<Incoming> {
  const { peers } = globalThis as unknown as { peers: RTCPeerConnection[] };
  const reports = new Map<string, Report>();
  for (const peer of peers.filter(({ connectionState }) => connectionState === 'connected'))
    (await peer.getStats()).forEach((report: Report, id: string) => reports.set(id, report));
  const all = [...reports.values()];
  const inbound = (kind: string) =>
    all.filter((report) => report.type === 'inbound-rtp' && report.kind === kind);
  type Counted = 'packetsReceived' | 'totalAudioEnergy' | 'framesDecoded' | 'bytesReceived';
  const sum = (kind: string, field: Counted) =>
    inbound(kind).reduce((total, report) => total + (report[field] ?? 0), 0);
  const pair = all.find(({ type, nominated }) => type === 'candidate-pair' && nominated);
  const { protocol = '', candidateType = '' } = reports.get(pair?.localCandidateId ?? '') ?? {};
  return {
    audioPackets: sum('audio', 'packetsReceived'),
    energy: sum('audio', 'totalAudioEnergy'),
    frames: sum('video', 'framesDecoded'),
    bytes: sum('audio', 'bytesReceived') + sum('video', 'bytesReceived'),
    protocol,
    candidateType,
    ciphers: [...new Set(all.flatMap(({ srtpCipher }) => srtpCipher ?? []))],
  };
}

export async function readSentPictures(): Promise<(readonly [codec?: string, layers?: string])[]> {
  const { peers } = globalThis as unknown as { peers: RTCPeerConnection[] };
  const sent: (readonly [codec?: string, layers?: string])[] = [];
  for (const peer of peers) {
    const reports = await peer.getStats();
    (reports as ReadonlyMap<string, Report>).forEach(({ type, kind, codecId, scalabilityMode }) => {
      if (type !== 'outbound-rtp' || kind !== 'video') return;
      const { mimeType } = (reports as ReadonlyMap<string, Report>).get(codecId!) ?? {};
      sent.push([mimeType, scalabilityMode]);
    });
  }
  return sent;
}

/** Of the largest: a stream by which the server measures the way is one of a picture, too. */
export async function readIncomingHeight(): Promise<number> {
  const { peers } = globalThis as unknown as { peers: RTCPeerConnection[] };
  let height = 0;
  for (const peer of peers)
    (await peer.getStats()).forEach(({ type, kind, frameHeight }: Report) => {
      if (type === 'inbound-rtp' && kind === 'video') height = Math.max(height, frameHeight ?? 0);
    });
  return height;
}

export function readScreenHint(): string | undefined {
  const { peers } = globalThis as unknown as { peers: RTCPeerConnection[] };
  return peers[0]?.getSenders()[2]?.track?.contentHint;
}

export function readFirstWay(): RTCPeerConnectionState | undefined {
  const { peers } = globalThis as unknown as { peers: RTCPeerConnection[] };
  return peers[0]?.connectionState;
}

export function readWayOut(): string {
  const { peers } = globalThis as unknown as { peers: RTCPeerConnection[] };
  return /a=ice-ufrag:(\S+)/.exec(peers[0]?.localDescription?.sdp ?? '')?.[1] ?? '';
}

export function countClosed(): number {
  const { peers } = globalThis as unknown as { peers: RTCPeerConnection[] };
  const isOver = ({ connectionState, remoteDescription }: RTCPeerConnection) =>
    connectionState === 'closed' && remoteDescription !== null;
  return peers.filter(isOver).length;
}

export function paintScreen(colour: string): void {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [1280, 720];
  const context = canvas.getContext('2d')!;
  const stream = canvas.captureStream();
  const screenTrack = stream.getVideoTracks()[0]!;
  const sounds = new AudioContext();
  // A canvas gives a picture each time that it is drawn on: as often as the camera does.
  const painting = setInterval(() => {
    context.fillStyle = colour;
    context.fillRect(0, 0, canvas.width, canvas.height);
    if (screenTrack.readyState === 'live') return;
    clearInterval(painting);
    void sounds.close();
  }, 200);
  const [tone, out] = [sounds.createOscillator(), sounds.createMediaStreamDestination()];
  tone.connect(out);
  tone.start();
  for (const track of out.stream.getAudioTracks()) stream.addTrack(track);
  Object.assign(globalThis, { screenTrack });
  Object.assign(navigator.mediaDevices, { getDisplayMedia: () => Promise.resolve(stream) });
}

export function endSharing(): void {
  const { screenTrack } = globalThis as unknown as { screenTrack: MediaStreamTrack };
  screenTrack.stop();
  // Who stops a track itself is not told of it; whom somebody else stops it for is.
  screenTrack.dispatchEvent(new Event('ended'));
}

export function middleOf(video: HTMLVideoElement | SVGElement | HTMLElement): number[] {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [3, 3];
  const context = canvas.getContext('2d')!;
  context.drawImage(video as HTMLVideoElement, 0, 0, 3, 3);
  return [...context.getImageData(1, 1, 1, 1).data].slice(0, 3);
}

export function readSentDevices(): (string | undefined)[] {
  const { peers } = globalThis as unknown as { peers: RTCPeerConnection[] };
  const tracks = peers[0]!.getSenders().slice(0, 2);
  return tracks.map(({ track }) => track?.getSettings().deviceId);
}

export function readVoiceSettings(): MediaTrackSettings | undefined {
  const { peers } = globalThis as unknown as { peers: RTCPeerConnection[] };
  return peers[0]!.getSenders()[0]?.track?.getSettings();
}

/** What a player has shown so far, and whether the last of it is black. */
export function readPicture(video: HTMLVideoElement | SVGElement | HTMLElement): {
  frames: number;
  isBlack: boolean;
} {
  const player = video as HTMLVideoElement;
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [64, 48];
  const context = canvas.getContext('2d')!;
  context.drawImage(player, 0, 0, 64, 48);
  const { data } = context.getImageData(0, 0, 64, 48);
  const isBlack = !data.some((value, at) => at % 4 < 3 && value > 60);
  return { frames: player.getVideoPlaybackQuality().totalVideoFrames, isBlack };
}
