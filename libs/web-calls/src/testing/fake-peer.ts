/** A peer connection whose states a test sets. It agrees to everything and finds no way. */
export class FakePeer extends EventTarget {
  readonly sent: (MediaStreamTrack | null)[] = [];
  readonly restarts: string[] = [];
  readonly configs: RTCConfiguration[] = [];
  readonly signalingState = 'stable';
  readonly localDescription = { type: 'offer', sdp: 'mine' };
  readonly remoteDescription = { type: 'answer', sdp: 'theirs' };
  readonly described: string[] = [];
  connectionState: RTCPeerConnectionState = 'new';
  isClosed = false;
  private readonly places: object[] = [];

  get peer(): RTCPeerConnection {
    return this as unknown as RTCPeerConnection;
  }

  become(state: RTCPeerConnectionState): void {
    this.connectionState = state;
    this.dispatchEvent(new Event('connectionstatechange'));
  }

  addTransceiver(): void {
    const replaceTrack = (track: MediaStreamTrack | null) => {
      this.sent.push(track);
      return Promise.resolve();
    };
    this.places.push({ sender: { track: null, replaceTrack } });
  }

  createDataChannel(): object {
    return Object.assign(new EventTarget(), { readyState: 'connecting' });
  }

  getTransceivers(): object[] {
    return this.places;
  }

  setConfiguration(config: RTCConfiguration): void {
    this.configs.push(config);
  }

  setLocalDescription(): Promise<void> {
    return Promise.resolve();
  }

  setRemoteDescription({ sdp = '' }: RTCSessionDescriptionInit): Promise<void> {
    this.described.push(sdp);
    return Promise.resolve();
  }

  /** As a browser: one that names no place in a description is none. */
  addIceCandidate(candidate?: RTCIceCandidateInit): Promise<void> {
    if (!candidate || (candidate.sdpMid ?? candidate.sdpMLineIndex ?? null) !== null)
      return Promise.resolve();
    return Promise.reject(new TypeError('Neither sdpMid nor sdpMLineIndex'));
  }

  getStats(): Promise<ReadonlyMap<string, object>> {
    return Promise.resolve(new Map<string, object>());
  }

  restartIce(): void {
    this.restarts.push(this.connectionState);
  }

  close(): void {
    this.isClosed = true;
  }
}
