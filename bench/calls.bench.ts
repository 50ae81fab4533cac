import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { Crowd, type Kind, type Window } from './calls/crowd.js';
import { JoiningPeople, type Joining } from './calls/joining.js';
import { Ringing, type Rung } from './calls/ringing.js';
import { quantile } from './load/cpu.js';

const sizes = [10, 50, 200, 400];
const windowMs = 5000;
const joinsPerRound = 20;
const setUpsPerRound = 4;
const ringsPerRound = 20;

/**
 * What a media worker does in a CPU-second of its own: a picture of 1 Mbit/s for more and more ends
 * of WebRTC that get it by UDP, and report every packet where they are asked to; its memory; how
 * long it takes to come into a call of the product, to the first packet; until it rings on all
 * devices, and until the others stop; and to the first picture, in real browsers.
 */
export async function calls(rounds: number): Promise<void> {
  await joining(rounds);
  await ringing(rounds);
  settingUp(rounds);
  for (const kind of ['one size', 'sizes'] as const) await crowd(kind, rounds);
}

async function crowd(kind: Kind, rounds: number): Promise<void> {
  const gathered = await Crowd.gather(kind);
  const emptyKb = gathered.residentKb;
  console.log(`\na picture of 1 Mbit/s in ${kind}, SRTP by UDP, median of ${rounds} windows`);
  for (const size of sizes) {
    await gathered.growTo(size);
    await sleep(windowMs);
    const windows: Window[] = [];
    for (let round = 0; round < rounds; round++) windows.push(await gathered.measure(windowMs));
    const perEnd = (gathered.residentKb - emptyKb) / size;
    const figures = `${lineOf(windows)}  ${perEnd.toFixed(0)} kB each`;
    console.log(`  ${String(size).padStart(3)} ends  ${figures}`);
  }
  await gathered.close();
}

function lineOf(windows: readonly Window[]): string {
  const median = (of: (window: Window) => number) => quantile(windows.map(of), 0.5);
  const sum = (of: (window: Window) => number) => windows.reduce((all, each) => all + of(each), 0);
  const packets = Math.round(median((window) => window.packetsPerCpuSecond));
  return [
    `${packets.toLocaleString('en').padStart(7)} packets per CPU-second`,
    `${median(({ share }) => share * 100)
      .toFixed(0)
      .padStart(3)} % of a core`,
    `${sum(({ lost }) => lost)} of ${sum(({ got }) => got).toLocaleString('en')} lost`,
  ].join('  ');
}

async function joining(rounds: number): Promise<void> {
  const people = await JoiningPeople.begin();
  const joins: Joining[] = [];
  await people.join();
  for (let n = 0; n < rounds * joinsPerRound; n++) joins.push(await people.join());
  await people.close();
  const of = (what: keyof Joining) => {
    const values = joins.map((join) => join[what]);
    return [0.5, 0.95].map((part) => quantile(values, part).toFixed(0)).join(', p95 ');
  };
  console.log(
    `\ncoming into a call, ${joins.length} times: from accepting to the first packet, ms`,
  );
  console.log(`  p50 ${of('ms')}; the handshake of DTLS within it p50 ${of('handshakeMs')}`);
  console.log(`  questions one after the other: ${of('roundTrips')}`);
}

async function ringing(rounds: number): Promise<void> {
  const calls = await Ringing.begin();
  const rung: Rung[] = [];
  await calls.once();
  for (let n = 0; n < rounds * ringsPerRound; n++) rung.push(await calls.once());
  await calls.close();
  const of = (what: keyof Rung) => {
    const values = rung.map((each) => each[what]);
    return [0.5, 0.95].map((part) => quantile(values, part).toFixed(0)).join(', p95 ');
  };
  console.log(`\nringing on three devices, ${rung.length} times, ms`);
  console.log(`  until the last one rings: p50 ${of('ringMs')}`);
  console.log(`  from the answer until the last other one stops: p50 ${of('hushMs')}`);
}

function settingUp(rounds: number): void {
  const times = { BENCH_ROUNDS: String(rounds * setUpsPerRound) };
  for (const command of [
    ['tools/setup/web-budget.mjs'],
    ['node_modules/@playwright/test/cli.js', 'test', '-c', 'bench/calls/playwright.config.ts'],
  ])
    execFileSync(process.execPath, command, {
      stdio: 'inherit',
      env: { ...process.env, ...times },
    });
}
