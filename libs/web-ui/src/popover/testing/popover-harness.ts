import { ContentContainerComponentHarness, TestKey } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';

/** An open popover; look for it from the document's root, as it stands outside of its page. */
export class PopoverHarness extends ContentContainerComponentHarness {
  static readonly hostSelector = '.ui-popover-panel[role=dialog]';

  async getName(): Promise<string | null> {
    return (await this.host()).getAttribute('aria-label');
  }

  async getText(): Promise<string> {
    return (await this.host()).text();
  }

  async pressEscape(): Promise<void> {
    await (await this.host()).sendKeys(TestKey.ESCAPE);
  }

  /** Esc while an input method is choosing a word in it. */
  async pressEscapeWhileComposing(): Promise<void> {
    const host = TestbedHarnessEnvironment.getNativeElement(await this.host());
    const about = { key: 'Escape', isComposing: true, bubbles: true };
    host.dispatchEvent(new KeyboardEvent('keydown', about));
  }

  /** Tab on whatever has the focus. */
  async pressTab(modifiers: { readonly shift?: boolean } = {}): Promise<void> {
    const inside = await this.locatorForOptional(':focus')();
    await (inside ?? (await this.host())).sendKeys(modifiers, TestKey.TAB);
  }
}
