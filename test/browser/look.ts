import type { Page } from '@playwright/test';
import { colourRules, complaintsOf, type Wish } from './axe.js';
import { takePicture, takesPictures } from './picture.js';
import { expect } from './stage.js';

const sizes = { wide: [1440, 900], tablet: [900, 1200], phone: [390, 844] } as const;
const themes = ['light', 'dark', 'contrast'] as const;
/** Between the others: each thing of it is in one of them, too. */
const between = 'tablet';

/**
 * What the page shows in each size and theme: a picture of it, where pictures are taken, and no
 * complaint of axe, about anything in each size, but of colours in the widest and the narrowest
 * only, there of those of each theme. A theme changes colours and nothing else (`gallery.story.ts`
 * holds it to that), so no other rule could find in it what it has not found in the light one.
 */
export async function look(page: Page, name: string): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const [size, [width, height]] of Object.entries(sizes)) {
    await page.setViewportSize({ width, height });
    for (const theme of themes) {
      const isBetween = size === between;
      if (isBetween && theme !== 'light' && !takesPictures) continue;
      await wear(page, theme);
      await takePicture(page, `${name}-${theme}-${size}`);
      const where = `${name}, ${theme}, ${size}`;
      if (!isBetween) await mustBeAccessible(page, theme, where);
      else if (theme === 'light') await mustBeSound(page, where);
    }
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}

/** The same of what the page shows just now, in the size that it has. */
export async function glance(page: Page, name: string): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const theme of themes) {
    await wear(page, theme);
    await takePicture(page, `${name}-${theme}`);
    await mustBeAccessible(page, theme, `${name}, ${theme}`);
  }
  await wear(page, 'light');
}

async function mustBeAccessible(page: Page, theme: string, where: string): Promise<void> {
  await mustComplainOfNothing(page, where, theme === 'light' ? {} : { rules: colourRules });
}

/** But for colours. */
async function mustBeSound(page: Page, where: string): Promise<void> {
  await mustComplainOfNothing(page, where, { without: colourRules });
}

/** What is just being drawn has no words yet: a complaint counts if it stays. */
async function mustComplainOfNothing(page: Page, where: string, wish: Wish): Promise<void> {
  const complaints = () => complaintsOf(page, wish);
  await expect.soft.poll(complaints, { message: where, timeout: 20_000 }).toEqual([]);
}

/** As the theme of the application would set it, without a way through its settings. */
export function wear(page: Page, theme: string): Promise<void> {
  return page.evaluate((chosen) => {
    document.documentElement.dataset['theme'] = chosen;
  }, theme);
}
