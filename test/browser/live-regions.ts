import type { Page } from '@playwright/test';

interface Heard {
  heard: string[];
}

/**
 * What a screen reader would say from now on: text that is added to a polite or assertive region,
 * or replaced there, and not hidden from it; what is taken away is not said.
 */
export async function listenToLiveRegions(page: Page): Promise<void> {
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    const isSaid = (node: Node): boolean => {
      const element = node instanceof Element ? node : node.parentElement;
      const region = element?.closest('[aria-live], [role=status], [role=alert], [role=log]');
      const isHidden = !!region?.closest('[aria-hidden=true], [inert]');
      return !!region && !isHidden && region.getAttribute('aria-live') !== 'off';
    };
    new MutationObserver((changes) => {
      for (const { type, target, addedNodes } of changes) {
        const texts = type === 'characterData' ? [target] : [...addedNodes];
        for (const node of texts) {
          const text = node.textContent?.replace(/\s+/g, ' ').trim() ?? '';
          if (text !== '' && isSaid(node)) heard.push(text);
        }
      }
    }).observe(document, { childList: true, characterData: true, subtree: true });
  });
}

/** What was said since then, or since it was forgotten, in order. */
export function said(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => [...(globalThis as unknown as Heard).heard]);
}

/** From now on only what comes is said to have been said. */
export function forget(page: Page): Promise<void> {
  return page.evaluate(() => void ((globalThis as unknown as Heard).heard.length = 0));
}
