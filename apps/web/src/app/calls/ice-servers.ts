import type { IceServers } from '@app/contracts';
import type { IceOffer } from '@app/web-calls';
import { isLineProblem, type RestClient } from '@app/web-session';

/** Ways around what stands between two networks. `now`: by the clock of the server. */
export async function fetchIceServers(rest: RestClient, now: () => Date): Promise<IceOffer | null> {
  try {
    const { iceServers, expiresAt } = await rest.request<IceServers>('GET', 'calls/ice-servers');
    return { iceServers, goodForMs: Date.parse(expiresAt) - now().getTime() };
  } catch (error) {
    // Within one network it goes without.
    if (isLineProblem(error)) return null;
    throw error;
  }
}
