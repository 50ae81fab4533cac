import type { Call, DeviceId, UserId } from '@app/contracts';
import type { ChatConnection } from '@app/web-realtime';
import type { Ways } from './call-link';
import type { IceServerKeeper } from './ice-server-keeper';
import { PeerLink } from './peer-link';
import { SignalLine } from './signal-line';

export interface LinkDeps {
  readonly connection: ChatConnection;
  readonly me: UserId;
  readonly deviceId: DeviceId;
  readonly iceServers: IceServerKeeper;
  readonly openPeer: (config: RTCConfiguration) => RTCPeerConnection;
}

const loadSfu = () => import('./sfu-link');

/**
 * What opening a way takes is on its way before it is wanted, while somebody still thinks about it.
 * Where it does not come now, it is asked for then.
 */
export function prepareLink(via: Call['via'], iceServers: IceServerKeeper): void {
  void iceServers.get();
  if (via === 'room') loadSfu().catch((error: unknown) => console.debug(error));
}

/** The ways of media in this call: from end to end between two, and through the server. */
export const waysOf = (deps: LinkDeps, call: Call): Ways => ({
  async peer(events) {
    const { connection, deviceId, me } = deps;
    const config: RTCConfiguration = {
      iceServers: await deps.iceServers.get(),
      bundlePolicy: 'max-bundle',
    };
    const peer = deps.openPeer(config);
    const signals = new SignalLine(connection, { callId: call.id, deviceId });
    const otherId = call.parties.find(({ userId }) => userId !== me)!.userId;
    // From the next search for a way on: until then nothing is asked of them.
    const stopRenewing = deps.iceServers.watch((iceServers) =>
      peer.setConfiguration({ ...config, iceServers }),
    );
    const isPolite = call.callerId !== me;
    return new PeerLink({ peer, otherId, isPolite, signals, stopRenewing }, events);
  },

  async room(events) {
    const { connection, deviceId, iceServers } = deps;
    const { SfuLink } = await loadSfu();
    const end = { connection, callId: call.id, deviceId, iceServers: () => iceServers.get() };
    return new SfuLink(end, events);
  },
});
