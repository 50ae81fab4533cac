import type { PageVisit } from './page-visit.js';

export interface SendingFigures {
  readonly messages: number;
  /** How long each took. */
  readonly longTasks: readonly number[];
  readonly answersMs: readonly number[];
  readonly shift: number;
}

const MESSAGES = 20;
const text = 'on my way, give me ten minutes';
/** About as fast as a fast typist. */
const KEY_MS = 60;

/** Types and sends, each message once the one before is stored. */
export async function measureSending(visit: PageVisit): Promise<SendingFigures> {
  const { page } = visit;
  const composer = page.locator('ui-composer textarea');
  await composer.click();
  await send(visit, 'the first one warms up');
  await visit.forget();
  for (let n = 0; n < MESSAGES; n++) await send(visit, `${text} ${n}`);
  const { longTasks, answersMs, shift } = await visit.seen();
  return {
    messages: MESSAGES,
    longTasks: longTasks.map(([, duration]) => duration),
    answersMs,
    shift,
  };
}

async function send({ page }: PageVisit, words: string): Promise<void> {
  await page.keyboard.type(words, { delay: KEY_MS });
  await page.keyboard.press('Enter');
  const row = page.locator('ui-message-row').filter({ hasText: words }).last();
  await row.getByRole('button', { name: /Stored|Delivered|Seen/ }).waitFor();
}
