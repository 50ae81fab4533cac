/** Bars of a wave, and the box in which they stand, in units of its drawing. */
export const waveBox = { bars: 44, width: 176, height: 28 } as const;

const LEAST = 3;

/**
 * The wave as one path of upright strokes, its loudest part as high as the box. `points`: 0 to 255,
 * evenly over the time; of none, a line of dots.
 */
export function wavePath(points: readonly number[]): string {
  const { bars, width, height } = waveBox;
  const step = width / bars;
  return Array.from({ length: bars }, (_, bar) => {
    const [from, to] = [bar, bar + 1].map((at) => Math.floor((at * points.length) / bars));
    const loudest = Math.max(0, ...points.slice(from, Math.max(from! + 1, to!)));
    const size = LEAST + ((height - LEAST - 2) * loudest) / 255;
    const x = (bar + 0.5) * step;
    return `M${x} ${((height - size) / 2).toFixed(1)}v${size.toFixed(1)}`;
  }).join('');
}
