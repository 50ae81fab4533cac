import type { LinkNumbers } from './media-link';

/**
 * `slow`: one hears that it is late. `poor`: words are missing. `sending`: the others miss some of
 * mine.
 */
export type Quality = 'good' | 'slow' | 'poor' | 'sending';

/** Speech is understood up to there: ITU-T G.114 and G.107, one way 200 ms, some 3 % lost. */
const [SLOW_MS, POOR_LOSS] = [400, 0.04];

export function qualityOf({
  roundTripMs,
  lost,
  lostByOthers,
}: Omit<LinkNumbers, 'tracks'>): Quality {
  if (lost > POOR_LOSS) return 'poor';
  if (lostByOthers > POOR_LOSS) return 'sending';
  return (roundTripMs ?? 0) > SLOW_MS ? 'slow' : 'good';
}
