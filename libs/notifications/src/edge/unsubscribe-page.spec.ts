import { SpokenLanguage } from '@app/contracts';
import { askingPage, endedPage } from './unsubscribe-page.js';

const titleOf = (page: string) => /<title>(.*)<\/title>/.exec(page)?.[1];

describe('The page behind the link of a mail', () => {
  it.each(SpokenLanguage.options)('has words of its own in %s, and a button', (language) => {
    const [asking, ended] = [askingPage(language), endedPage(language)];
    for (const page of [asking, ended]) expect(page).toContain(`<html lang="${language}"`);
    expect(asking).toMatch(/<form method="post"><button>[^<]+<\/button><\/form>/);
    expect(ended).not.toContain('<form');
    const others = SpokenLanguage.options.filter((other) => other !== language);
    const titles = others.flatMap((other) => [askingPage(other), endedPage(other)]).map(titleOf);
    expect(titles).not.toContain(titleOf(asking));
    expect(titles).not.toContain(titleOf(ended));
  });

  it('is read from the right where that is so', () => {
    expect(askingPage('ar')).toContain('dir="rtl"');
    expect(askingPage('de')).toContain('dir="ltr"');
  });
});
