import type { Page } from '@playwright/test';
import { expect } from './stage.js';

/** What the client is made of, beside elements of its own (`app-…`, `ui-…`), and of icons. */
const elements =
  'a b bdi blockquote br button code del div em fieldset footer form h1 h2 h3 header hr input kbd ' +
  'label legend li main mark nav ol optgroup option p pre s section select small span strong ' +
  'table tbody td textarea th thead time tr ul ' +
  'svg circle ellipse g line path polygon polyline rect';
/** By these an element loads something, or sends somebody somewhere. */
const addresses = 'action background data formaction ping poster src srcdoc srcset xlink:href';

/**
 * Whatever a page draws from now on, for a moment only, in a dialog or in a popover: nothing of it
 * may run, load, or be pressed to run. (What does run in spite of that opens a dialog, or an error
 * in the console: the stage hears both.)
 */
export class InertWatch {
  private readonly foreign: string[] = [];

  private constructor(private readonly page: Page) {}

  /** Of a page of this origin, and of what it loads later. */
  static async of(page: Page, origin: string): Promise<InertWatch> {
    const watch = new InertWatch(page);
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(origin) && !url.startsWith('blob:')) watch.foreign.push(url);
    });
    await page.addInitScript(watchForActive, { elements, addresses });
    await page.evaluate(watchForActive, { elements, addresses });
    return watch;
  }

  /** Nothing was drawn that should not be, since this document was loaded. */
  async mustHaveStayedInert(): Promise<void> {
    expect(await this.found()).toEqual([]);
    expect(this.foreign).toEqual([]);
  }

  /** The first of what should not be there, each as it was written. */
  found(): Promise<readonly string[]> {
    return this.page.evaluate(() => (globalThis as unknown as Watched).foundActive);
  }
}

interface Watched {
  readonly foundActive: readonly string[];
}

/** Runs in the page, before anything of it: so all that it needs stands in here. */
function watchForActive(known: { readonly elements: string; readonly addresses: string }): void {
  const found: string[] = [];
  const harmless = new Set(known.elements.split(' '));
  const addressing = new Set(known.addresses.split(' '));
  const isKnown = ({ localName }: Element) =>
    harmless.has(localName) || /^(app|ui|cdk|virtua|router)-/.test(localName);
  const isSafeLink = (element: Element) =>
    element.localName === 'a' && /^(https?|mailto):$/.test((element as HTMLAnchorElement).protocol);
  const isActive = (element: Element, name: string) =>
    name.startsWith('on') ||
    (addressing.has(name) && element.getAttribute(name) !== '') ||
    (name === 'href' && !isSafeLink(element));
  const isInHead = (node: Node) => node instanceof Element && node.closest('head') !== null;
  const look = (element: Element): void => {
    const isInert = !element.getAttributeNames().some((name) => isActive(element, name));
    if (isInert && isKnown(element)) return;
    if (found.length < 20) found.push((element.cloneNode() as Element).outerHTML);
  };
  const isOfThePage = (node: Node) =>
    node === document || node === document.documentElement || isInHead(node);
  /** What the document names to be loaded early; a dialog hides it like all that is beside it. */
  const isPreload = (node: Node) => node instanceof HTMLLinkElement && preloads.has(node);
  const preloads = new Set<Element>();
  new MutationObserver((changes) => {
    // What the document itself brings, its first script too, is nobody's text.
    if (document.readyState === 'loading') return;
    if (preloads.size === 0)
      for (const link of document.querySelectorAll('body > link')) preloads.add(link);
    for (const { type, target, addedNodes } of changes) {
      if (isOfThePage(target) || (type === 'attributes' && target === document.body)) continue;
      if (type === 'attributes' && isPreload(target)) continue;
      const drawn = type === 'attributes' ? [target] : addedNodes;
      for (const node of drawn) {
        if (!(node instanceof Element)) continue;
        look(node);
        if (type === 'childList') node.querySelectorAll('*').forEach(look);
      }
    }
  }).observe(document, { subtree: true, childList: true, attributes: true });
  Object.assign(globalThis, { foundActive: found });
}
