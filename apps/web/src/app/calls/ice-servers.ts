import { isLineProblem, type RestClient } from '@app/web-session';

/** Ways around what stands between two networks; none where the server knows none. */
export async function fetchIceServers(rest: RestClient): Promise<readonly RTCIceServer[]> {
  try {
    return (await rest.request<{ iceServers: RTCIceServer[] }>('GET', 'calls/ice-servers'))
      .iceServers;
  } catch (error) {
    // Within one network it goes without.
    if (isLineProblem(error)) return [];
    throw error;
  }
}
