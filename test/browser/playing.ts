import type { Locator } from '@playwright/test';
import { expect } from './stage.js';

/**
 * Presses what plays a sound, and waits until it was heard to its end. What it shows then is noted
 * by the page itself: whoever looks from outside now and then may miss the second of a time.
 */
export async function hearToTheEnd(player: Locator, play: string): Promise<void> {
  const notes = await player.evaluateHandle((element) => {
    const shown = new Set<string>();
    const note = () => {
      for (const [time] of element.textContent.matchAll(/\d+:\d\d(?= \/)/g)) shown.add(time);
      if (element.querySelector('[aria-label=Pause]')) shown.add('Pause');
    };
    const all = { subtree: true, childList: true, characterData: true, attributes: true };
    new MutationObserver(note).observe(element, all);
    return shown;
  });
  const button = player.getByRole('button', { name: play });
  await button.click();
  const wasHeard = () =>
    notes.evaluate((shown) => shown.has('Pause') && (shown.has('0:01') || shown.has('0:02')));
  await expect.poll(wasHeard).toBe(true);
  await expect(button).toBeVisible();
  await expect(player).toContainText('0:00 /');
}
