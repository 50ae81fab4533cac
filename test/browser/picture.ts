import type { Page } from '@playwright/test';

/** Whoever runs some of the stories may want to look; a run of all of them has no time for it. */
export const takesPictures = process.env['STORY_PICTURES'] === '1';

/** What the page shows now, in `dist/screens`; nothing where nobody looks. */
export async function takePicture(page: Page, name: string): Promise<void> {
  if (takesPictures) await page.screenshot({ path: `dist/screens/${name}.png` });
}
