import type { Page } from '@playwright/test';
import { Api } from './api.js';
import { Chance } from './chance.js';
import { Conversation, createChannel } from './conversation.js';
import { letIn } from './invitation.js';
import { Line } from './line.js';
import { expect, test } from './stage.js';

const CUTS = 50;
const chance = new Chance(Number(process.env['PARLEY_CHAOS_SEED'] ?? Date.now() % 1_000_000));

/** Somebody who writes through their own page, and whose line is cut now and then. */
class Writer {
  /** What each of my messages says now, by what it said first; null: it is deleted. */
  readonly said = new Map<string, string | null>();

  constructor(
    readonly name: string,
    readonly page: Page,
    readonly line: Line,
    readonly chat = new Conversation(page),
  ) {}

  async write(): Promise<void> {
    const text = `${this.name} ${this.said.size + 1}.`;
    this.said.set(text, text);
    await this.chat.send(text);
  }

  async correct(): Promise<void> {
    const [first, now] = this.lastOne();
    const text = `${first} corrected.`;
    await this.chat.edit(now, text);
    await expect(this.chat.row(text)).toHaveCount(1);
    this.said.set(first, text);
  }

  async takeBack(): Promise<void> {
    const [first, now] = this.lastOne();
    await this.chat.delete(now);
    await expect(this.chat.row(now)).toHaveCount(0);
    this.said.set(first, null);
  }

  /** A change of a message is on its way to the server. */
  async changing(): Promise<void> {
    const isChange = (method: string, url: string): boolean =>
      ['PUT', 'DELETE'].includes(method) && url.includes('/api/messages/');
    await this.page.waitForRequest((request) => isChange(request.method(), request.url()));
  }

  /** The last message that is still there, once it is stored. */
  private lastOne(): [first: string, now: string] {
    const [first, now] = [...this.said].findLast(([, text]) => text !== null)!;
    return [first, now!];
  }
}

/** A line that is cut once: before something is done, or in the middle of it. */
class Cut {
  constructor(
    private readonly line: Line,
    private readonly isEarly: boolean,
  ) {}

  /** `begun`: resolves in the middle of it; else that is as soon as it has begun. */
  async during(deed: () => Promise<unknown>, begun?: () => Promise<void>): Promise<void> {
    if (this.isEarly) this.line.drop();
    const middle = this.isEarly ? undefined : begun?.();
    const doing = deed();
    if (middle) await Promise.race([middle, doing]);
    if (!this.isEarly) this.line.drop();
    await doing;
  }
}

interface Change {
  readonly run: () => Promise<void>;
  /** Resolves once the server is asked. */
  readonly asked: () => Promise<void>;
}

/** Now and then something said is edited or deleted, and the cut of that turn falls on it. */
function changeOf(turn: number, writer: Writer): Change | null {
  const asked = () => writer.changing();
  if (turn % 7 === 0) return { run: () => writer.correct(), asked };
  return turn % 11 === 0 ? { run: () => writer.takeBack(), asked } : null;
}

test('whatever is cut, everybody ends with the same, and with all that was typed', async ({
  arrive,
}) => {
  console.log(`PARLEY_CHAOS_SEED=${chance.seed}`);
  const [ada, bob, carol] = [await arrive('Ada'), await arrive('Bob'), await arrive('Carol')];
  const lines = [await Line.of(ada), await Line.of(bob)] as const;
  await createChannel(ada, 'Chaos');
  const chatId = new URL(ada.url()).pathname.split('/')[2]!;
  const hers = await Api.of(ada);
  for (const page of [bob, carol]) await letIn(hers, await Api.of(page), chatId);
  await bob.goto(`/c/${chatId}`);
  await expect(new Conversation(bob).composer).toBeVisible();
  const writers = [new Writer('ada', ada, lines[0]), new Writer('bob', bob, lines[1])];

  for (let turn = 1; turn <= CUTS; turn++) {
    const cut = new Cut(chance.oneOf(writers).line, chance.below(2) === 0);
    const change = changeOf(turn, chance.oneOf(writers));
    if (!change) await cut.during(() => Promise.all(writers.map((writer) => writer.write())));
    else {
      await Promise.all(writers.map((writer) => writer.write()));
      await cut.during(change.run, change.asked);
    }
    if (turn % 12 === 0) await glance(chance.oneOf(writers).page);
  }
  for (const { chat } of writers) await chat.composer.fill('not sent yet');
  for (const { line } of writers) line.drop();
  for (const { page, chat } of writers) {
    await page.reload();
    await expect(chat.composer).toHaveValue('not sent yet');
  }

  await carol.goto(`/c/${chatId}`);
  const pages = [ada, bob, carol];
  const log = await theLog(hers, chatId, 2 * CUTS);
  const { headSeq, headRev } = log;
  console.log(`${CUTS} cuts, ${log.texts.length} messages:`, { headSeq, headRev });
  for (const page of pages) {
    await expect(page.getByText(`Complete to #${headSeq}: nothing missing`)).toBeVisible();
    await expect.poll(() => revOf(page, chatId)).toBe(headRev);
    expect(await allTexts(page)).toEqual(log.texts);
  }
  for (const { name, said } of writers) {
    const texts = log.texts.filter((text) => text.startsWith(name));
    expect(texts).toEqual([...said.values()].filter((text) => text !== null));
  }
});

/** A second tab that comes and goes. */
async function glance(page: Page): Promise<void> {
  const tab = await page.context().newPage();
  await tab.goto(page.url());
  await expect(new Conversation(tab).composer).toBeVisible();
  await tab.close();
}

interface Log {
  readonly headSeq: number;
  readonly headRev: number;
  /** What people said and did not take back, in order. */
  readonly texts: readonly string[];
}

/** What the server has, once all that was written is stored. */
async function theLog(api: Api, chatId: string, count: number): Promise<Log> {
  let log: Log | null = null;
  await expect(async () => {
    const items: { kind: string; text: string; deletedAt?: string }[] = [];
    let [afterSeq, headSeq, headRev] = [0, Infinity, 0];
    while (afterSeq < headSeq) {
      const path = `/api/messages/${chatId}?limit=100&afterSeq=${afterSeq}`;
      const page = await api.get<{
        items: typeof items;
        page: { lastSeq: number; headSeq: number; headRev: number };
      }>(path);
      items.push(...page.items);
      ({ lastSeq: afterSeq, headSeq, headRev } = page.page);
    }
    const said = items.filter(({ kind }) => kind === 'text');
    expect(said.length).toBeGreaterThanOrEqual(count);
    const texts = said.filter(({ deletedAt }) => !deletedAt).map(({ text }) => text);
    log = { headSeq, headRev, texts };
  }).toPass();
  return log!;
}

/** The rev of a chat that a page keeps. */
function revOf(page: Page, chatId: string): Promise<number> {
  return page.evaluate((id) => {
    // The rows of the list are kept when a page is left; that is where it says its rev.
    dispatchEvent(new Event('pagehide'));
    const all = Object.values(localStorage) as string[];
    const kept = all.find((value) => value.startsWith('{"rows":'))!;
    const { rows } = JSON.parse(kept) as { rows: { id: string; headRev: number }[] };
    return rows.find((row) => row.id === id)!.headRev;
  }, chatId);
}

/** What the rows of a timeline say, from the beginning to the end, drawn or not yet. */
async function allTexts(page: Page): Promise<readonly string[]> {
  const timeline = page.getByRole('log');
  await expect(async () => {
    await timeline.evaluate((log) => (log.scrollTop = 0));
    await expect(timeline.getByText('Ada created the channel')).toBeVisible({ timeout: 200 });
  }).toPass();
  return timeline.evaluate(async (log) => {
    const rows = new Map<string, string>();
    const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
    const step = log.clientHeight / 2;
    for (let last = -1; last < log.scrollTop;) {
      // A list that went to its end by itself meanwhile is read anew.
      if (log.scrollTop > Math.max(last, 0) + 2 * step) {
        rows.clear();
        log.scrollTop = 0;
        last = -1;
        for (let n = 0; n < 3; n++) await frame();
        continue;
      }
      last = log.scrollTop;
      for (const row of log.querySelectorAll<HTMLElement>('[data-key]')) {
        // What a deleted one says is no text of anybody.
        const words = row.querySelector('app-message-words');
        if (words) rows.set(row.dataset['key']!, words.textContent.trim());
      }
      log.scrollTop += step;
      for (let n = 0; n < 3; n++) await frame();
    }
    return [...rows.values()];
  });
}
