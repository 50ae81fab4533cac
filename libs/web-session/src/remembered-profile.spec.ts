import { RememberedProfile } from './remembered-profile';
import { FakeBrowser } from './testing';

describe('RememberedProfile', () => {
  it.each(['{', 'null', '5', '{}'])('is of nobody who is known where %s is kept', (kept) => {
    const browser = new FakeBrowser();
    browser.write('parley-profile', kept);
    expect(new RememberedProfile(browser).read()).toBe('unknown');
  });
});
