import type { Page } from '@playwright/test';
import { colourRules, complaintsOf } from './axe.js';
import { expect } from './stage.js';

const sizes = { wide: [1440, 900], tablet: [900, 1200], phone: [390, 844] } as const;
const themes = ['light', 'dark', 'contrast'] as const;

/**
 * A picture of what the page shows in each size and theme, in `dist/screens`, and no complaint of
 * axe: about anything at either end of the sizes, and about the colours of each theme.
 */
export async function look(page: Page, name: string): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const [size, [width, height]] of Object.entries(sizes)) {
    await page.setViewportSize({ width, height });
    for (const theme of themes) {
      await wear(page, theme);
      await page.screenshot({ path: `dist/screens/${name}-${theme}-${size}.png` });
      if (size === 'tablet' || (size === 'phone' && theme !== 'light')) continue;
      const rules = theme === 'light' ? undefined : colourRules;
      expect(await complaintsOf(page, { rules }), `${name}, ${theme}, ${size}`).toEqual([]);
    }
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}

/** As the theme of the application would set it, without a way through its settings. */
function wear(page: Page, theme: string): Promise<void> {
  return page.evaluate((chosen) => {
    document.documentElement.dataset['theme'] = chosen;
  }, theme);
}
