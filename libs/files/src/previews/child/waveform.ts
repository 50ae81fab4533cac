import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { WaveformFound, WaveformOrder } from './order.js';

const sampleBytes = 2;

/** Each part by its root mean square, against the loudest. Rejects where there is no sound. */
export async function measure(order: WaveformOrder, folder: string): Promise<WaveformFound> {
  const file = join(folder, order.input);
  const samples = Math.floor((await stat(file)).size / sampleBytes);
  if (samples === 0) throw new Error('There is no sound in it');
  const squares = new Float64Array(order.points);
  const counts = new Float64Array(order.points);
  let at = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: 1024 * 1024 })) {
    const bytes = chunk as Buffer;
    // Whole samples: a file is read in pieces of an even length, but for its end.
    for (let n = 0; n + 1 < bytes.length; n += sampleBytes, at++) {
      const point = Math.floor((at * order.points) / samples);
      squares[point]! += bytes.readInt16LE(n) ** 2;
      counts[point]! += 1;
    }
  }
  return { samples, points: scaled(filled(squares, counts)) };
}

/** A sound of fewer samples than points: each sample is several. */
function filled(squares: Float64Array, counts: Float64Array): number[] {
  let last = 0;
  return Array.from(squares, (square, n) => {
    if (counts[n]! > 0) last = Math.sqrt(square / counts[n]!);
    return last;
  });
}

function scaled(loudness: readonly number[]): number[] {
  const loudest = Math.max(...loudness);
  return loudness.map((one) => (loudest === 0 ? 0 : Math.round((one / loudest) * 255)));
}
