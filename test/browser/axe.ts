import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type axe from 'axe-core';

/** The rules that a theme can break, as it changes colours and nothing else. */
export const colourRules: readonly string[] = ['color-contrast', 'link-in-text-block'];

/** As its package has it for browsers, in less than half of what `axe.source` is. */
const source = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

interface WithAxe {
  readonly axe: typeof axe;
}

export interface Wish {
  /** Only these rules; without: all of them. */
  readonly rules?: readonly string[];
  /** All but these. */
  readonly without?: readonly string[];
  /** Only what is in here. */
  readonly within?: string;
}

/**
 * What axe finds on a page, each with the first element that it is about. Its code goes into a page
 * once, and it runs there: no frames, and no second page to gather what they say.
 */
export async function complaintsOf(page: Page, wish: Wish = {}): Promise<readonly string[]> {
  const known = await foundBy(page, wish);
  if (known) return known;
  await page.evaluate(source);
  return (await foundBy(page, wish))!;
}

/** Null: axe is not in the page yet. */
function foundBy(page: Page, wish: Wish): Promise<readonly string[] | null> {
  const { rules, without = [], within } = wish;
  return page.evaluate(
    async ([only, left, selector]) => {
      if (!('axe' in window)) return null;
      const { violations } = await (window as unknown as WithAxe).axe.run(selector ?? document, {
        ...(only ? { runOnly: { type: 'rule', values: [...only] } } : {}),
        rules: Object.fromEntries(left.map((rule) => [rule, { enabled: false }])),
        resultTypes: ['violations'],
        preload: false,
      });
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
    },
    [rules, without, within] as const,
  );
}
