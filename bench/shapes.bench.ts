import type { Contender } from './contenders/contender.js';
import { splitParley } from './contenders/cluster.js';
import { parley } from './contenders/parley.js';
import { sample, takePlaces } from './direct.bench.js';
import { assemble, speak } from './fanout.bench.js';
import { quantile } from './load/cpu.js';

/** Messages until the code of each of four gateways is compiled; before, that is measured too. */
const warmUp = 10_000;

/**
 * What the shapes cost: CPU of all processes for a 1:1 message and for a delivery to a room of 100,
 * in one process, split, and split with four gateways; interleaved rounds.
 */
export async function shapes(rounds: number): Promise<void> {
  const contenders = [await parley(), await splitParley(1), await splitParley(4)];
  const stages = [];
  for (const contender of contenders) {
    const audience = await assemble(contender, true);
    const [floor, pairs] = await takePlaces(contender);
    stages.push({ audience, floor, pairs, delivery: [] as number[], message: [] as number[] });
  }
  for (const { audience, floor, pairs } of stages) {
    await speak(audience, warmUp, 16);
    await sample(floor, pairs, { perPair: warmUp / pairs.length, inFlight: 10 });
  }
  for (let round = 0; round < rounds; round++) {
    for (const { audience, floor, pairs, delivery, message } of stages) {
      const perSecond = await speak(audience, 1000, 16);
      const { server, database } = await sample(floor, pairs, { perPair: 200, inFlight: 10 });
      delivery.push(1e6 / perSecond);
      message.push(server + database);
    }
  }
  report(contenders, stages);
  for (const { audience, floor } of stages) {
    for (const client of [...audience.clients, ...floor.clients]) client.close();
    await audience.contender.close();
  }
}

interface Figures {
  readonly delivery: readonly number[];
  readonly message: readonly number[];
}

function report(contenders: readonly Contender[], figures: readonly Figures[]): void {
  const median = (values: readonly number[]) => quantile(values, 0.5);
  const [first] = figures as readonly [Figures, ...Figures[]];
  console.log('\nCPU of all processes, µs, median; 1:1 message / delivery to a room of 100');
  for (const [i, { name }] of contenders.entries()) {
    const { message, delivery } = figures[i]!;
    const times = (of: (one: Figures) => readonly number[]) =>
      `${(median(of(figures[i]!)) / median(of(first))).toFixed(2)} ×`;
    console.log(
      `  ${name.padEnd(20)} ${median(message).toFixed(0).padStart(5)} (${times((one) => one.message)})`,
      `  ${median(delivery).toFixed(1).padStart(6)} (${times((one) => one.delivery)})`,
    );
  }
}
