import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';
import { chromiumLaunch } from '../test/processes/chromium.js';
import { parley } from './contenders/parley.js';
import { quantile } from './load/cpu.js';
import { PageVisit, type VisitFigures } from './page/page-visit.js';
import { measureSending, type SendingFigures } from './page/sending.js';
import { firstVisit, furnish, type Workplace } from './page/workplace.js';

/** The part of `apps/web/budget.json` that only holds on a calm machine. */
interface Budget {
  readonly slowdown: number;
  readonly visitOfTheList: VisitBudget;
  readonly visitOfAChat: VisitBudget;
  /** Of twenty messages. `longestMs`: four times what a task may take at full speed. */
  readonly sending: { readonly longTasks: number; readonly longestMs: number };
}

type VisitBudget = Readonly<Record<'lcpMs' | 'tbtMs' | 'shift', number>>;

const budget = (JSON.parse(readFileSync('apps/web/budget.json', 'utf8')) as { atSlowdown: Budget })
  .atSlowdown;

/** The browser keeps all that the app needs, and asks the worker from now on. */
const isKept = `(async () => {
  const list = await (await fetch('/ngsw.json')).json();
  const { urls } = list.assetGroups.find(({ name }) => name === 'app');
  const kept = await Promise.all(urls.map((url) => caches.match(url, { ignoreVary: true })));
  return kept.every(Boolean) && navigator.serviceWorker.controller !== null;
})()`;

/**
 * What a person waits for, in Chromium with a slow processor, on the real server: a first visit and
 * a later one, of the list and of a chat; and what a message costs its writer. Times are of this
 * machine: they are compared with the budget here, and in no test.
 */
export async function page(rounds: number): Promise<void> {
  execFileSync(process.execPath, ['tools/setup/web-budget.mjs'], { stdio: 'inherit' });
  const contender = await parley();
  const workplace = await furnish(contender.url);
  const browser = await chromium.launch(chromiumLaunch);
  try {
    await reportVisits(browser, workplace, rounds);
    await reportSending(browser, workplace);
  } finally {
    await browser.close();
    workplace.close();
    await contender.close();
  }
}

async function reportVisits(browser: Browser, at: Workplace, rounds: number): Promise<void> {
  console.log(`\nvisits at ${budget.slowdown} × slow-down, medians of ${rounds} rounds, in ms`);
  for (const [name, path, mark, limits] of [
    ['the list', '/', 'listMs', budget.visitOfTheList],
    ['a chat', at.longChat, 'composerMs', budget.visitOfAChat],
  ] as const) {
    const [cold, warm]: [VisitFigures[], VisitFigures[]] = [[], []];
    for (let round = 0; round < rounds; round++) {
      const context = await firstVisit(browser, at);
      const first = await PageVisit.open(context, budget.slowdown);
      cold.push(await first.goTo(path, mark));
      await first.slowDown(1);
      await first.until(isKept);
      await first.close();
      const second = await PageVisit.open(context, budget.slowdown);
      warm.push(await second.goTo(path, mark));
      await context.close();
    }
    reportVisit(`${name}, first visit`, cold, limits);
    reportVisit(`${name}, later visit`, warm, limits);
  }
}

function reportVisit(name: string, visits: readonly VisitFigures[], limits: VisitBudget): void {
  const median = (of: (visit: VisitFigures) => number) => quantile(visits.map(of), 0.5);
  const [lcpMs, tbtMs, shift] = [
    median((visit) => visit.lcpMs),
    median((visit) => visit.tbtMs),
    Math.max(...visits.map((visit) => visit.shift)),
  ];
  const ms = (value: number) => value.toFixed(0).padStart(5);
  console.log(
    `  ${name.padEnd(22)} FCP ${ms(median((visit) => visit.fcpMs))}  LCP ${ms(lcpMs)}`,
    ` list ${ms(median((visit) => visit.listMs))}`,
    ` composer ${ms(median((visit) => visit.composerMs))}  TBT ${ms(tbtMs)}`,
    ` CLS ${shift.toFixed(4)}  ${median((visit) => visit.requests)} requests,`,
    `${Math.round(median((visit) => visit.bytes)).toLocaleString('en')} bytes`,
  );
  compare(name, { lcpMs, tbtMs, shift }, limits);
}

async function reportSending(browser: Browser, at: Workplace): Promise<void> {
  console.log(`\na message at ${budget.slowdown} × slow-down, key by key, and sent`);
  const context = await firstVisit(browser, at);
  for (const [name, path, live] of [
    ['in an empty chat', at.emptyChat, 0],
    ['in a chat of one page', at.longChat, 0],
    ['with 600 loaded', at.longChat, 550],
  ] as const) {
    const visit = await PageVisit.open(context, 1);
    await visit.goTo(path, 'composerMs');
    await at.write(live);
    await visit.slowDown(budget.slowdown);
    reportSent(name, await measureSending(visit));
    await visit.close();
  }
  await context.close();
}

function reportSent(name: string, { messages, longTasks, answersMs, shift }: SendingFigures): void {
  const answer = (fraction: number) => quantile(answersMs, fraction).toFixed(0);
  const longestMs = Math.max(0, ...longTasks);
  console.log(
    `  ${name.padEnd(22)} ${messages} messages, ${answersMs.length} keys:`,
    `${longTasks.length} long tasks (the longest ${longestMs.toFixed(0)}),`,
    `a key is answered in ${answer(0.5)} ms, p98 ${answer(0.98)}; CLS ${shift.toFixed(4)}`,
  );
  compare(name, { longTasks: longTasks.length, longestMs }, budget.sending);
}

/** Says what is beyond its limit, and makes the command fail. */
function compare<K extends string>(
  name: string,
  figures: Readonly<Record<K, number>>,
  limits: Readonly<Record<K, number>>,
): void {
  for (const key of Object.keys(limits) as K[]) {
    if (figures[key] <= limits[key]) continue;
    console.log(
      `    OVER THE BUDGET, ${name}: ${key} ${figures[key].toFixed(2)} of ${limits[key]}`,
    );
    process.exitCode = 1;
  }
}
