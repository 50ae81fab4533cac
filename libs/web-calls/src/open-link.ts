import type { Call, DeviceId, UserId } from '@app/contracts';
import type { ChatConnection } from '@app/web-realtime';
import type { Ways } from './call-link';
import { PeerLink } from './peer-link';
import { SignalLine } from './signal-line';

export interface LinkDeps {
  readonly connection: ChatConnection;
  readonly me: UserId;
  readonly deviceId: DeviceId;
  readonly iceServers: () => Promise<readonly RTCIceServer[]>;
  readonly openPeer: (config: RTCConfiguration) => RTCPeerConnection;
}

/** The ways of media in this call: from end to end between two, and through the server. */
export const waysOf = (deps: LinkDeps, call: Call): Ways => ({
  async peer(events) {
    const { connection, deviceId, me } = deps;
    const iceServers = [...(await deps.iceServers())];
    const peer = deps.openPeer({ iceServers, bundlePolicy: 'max-bundle' });
    const signals = new SignalLine(connection, { callId: call.id, deviceId });
    const otherId = call.parties.find(({ userId }) => userId !== me)!.userId;
    return new PeerLink({ peer, otherId, isPolite: call.callerId !== me, signals }, events);
  },

  async room(events) {
    const { connection, deviceId, iceServers } = deps;
    const { SfuLink } = await import('./sfu-link');
    return new SfuLink({ connection, callId: call.id, deviceId, iceServers }, events);
  },
});
