import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './stage.js';

const sizes = { wide: [1440, 900], tablet: [900, 1200], phone: [390, 844] } as const;
const themes = ['light', 'dark', 'contrast'] as const;

/**
 * A picture of what the page shows in each theme and size, in `dist/screens`, and no complaint of
 * axe: about the colours of each theme, and about either end of the sizes.
 */
export async function look(page: Page, name: string): Promise<void> {
  for (const theme of themes) {
    // As the theme of the application would set it, without a way through its settings.
    await page.evaluate((chosen) => {
      document.documentElement.dataset['theme'] = chosen;
    }, theme);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    for (const [size, [width, height]] of Object.entries(sizes)) {
      await page.setViewportSize({ width, height });
      await page.screenshot({ path: `dist/screens/${name}-${theme}-${size}.png` });
      if (size !== 'wide' && (size !== 'phone' || theme !== 'light')) continue;
      const { violations } = await new AxeBuilder({ page }).analyze();
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
      expect(found, `${name}, ${theme}, ${size}`).toEqual([]);
    }
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}
