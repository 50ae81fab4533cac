import { effect, inject, type Signal } from '@angular/core';
import type { OutboxFile } from '@app/web-realtime';
import { TIME_LOCALE } from '@app/web-ui';
import type { PendingEntry } from '../../data-access/chat-views';
import { codeWords } from '../../problem-words';
import { LiveLines } from '../message-list/live-lines';
import { attachingTexts } from './attaching-texts';

/** Smaller ones are there before it is said how far they are. */
const WORTH_SAYING = 1_000_000;

/**
 * Says to those who do not see it how far uploads are, by quarters, and which were refused. Called
 * where effects may be made.
 */
export function sayUploads(
  pending: Signal<readonly PendingEntry[]>,
  progress: Signal<ReadonlyMap<string, number>>,
): void {
  const lines = inject(LiveLines);
  const percents = new Intl.NumberFormat(inject(TIME_LOCALE)(), { style: 'percent' });
  /** What was said last of each file; of what was there before, nothing has to be. */
  const said = new Map<string, string>();
  let isFirst = true;
  effect(() => {
    for (const { files = [] } of pending())
      for (const file of files) {
        const line = lineOf(file, progress().get(file.key), percents);
        if (line !== null && line !== said.get(file.key) && !isFirst) lines.say(line);
        if (line !== null) said.set(file.key, line);
      }
    isFirst = false;
  });
}

function lineOf(
  { name, size, code }: OutboxFile,
  sent: number | undefined,
  percents: Intl.NumberFormat,
): string | null {
  if (code) return attachingTexts.refused(name, codeWords(code));
  const quarters = Math.floor((4 * (sent ?? 0)) / Math.max(1, size));
  if (size < WORTH_SAYING || quarters === 0 || quarters > 3) return null;
  return attachingTexts.percent(name, percents.format(quarters / 4));
}
