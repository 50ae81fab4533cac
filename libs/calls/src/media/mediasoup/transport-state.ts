import type { types } from 'mediasoup';
import type { TransportState } from '../media-event.js';

/** What the two layers of a transport are together. */
export function transportState(ice: types.IceState, dtls: types.DtlsState): TransportState {
  // The other end has said goodbye, or is not who it said it was.
  if (dtls === 'failed' || dtls === 'closed') return 'failed';
  if (ice === 'disconnected' || ice === 'closed') return 'disconnected';
  return dtls === 'connected' && ice !== 'new' ? 'connected' : 'connecting';
}
