import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { SelectHarness } from '@app/web-ui/testing';
import { Language } from '../../language/language';
import { LanguageSection } from './language-section';

describe('LanguageSection', () => {
  it('offers each language by its own name, and takes what is chosen', async () => {
    const chosen: string[] = [];
    const language = { choice: signal('system'), choose: (code: string) => chosen.push(code) };
    TestBed.configureTestingModule({
      providers: [provideRouter([]), { provide: Language, useValue: language }],
    });
    const fixture = TestBed.createComponent(LanguageSection);
    const list = await TestbedHarnessEnvironment.loader(fixture).getHarness(SelectHarness);
    expect(await list.getChosen()).toBe('As the browser');
    expect((await list.getOptions()).slice(0, 2)).toEqual(['As the browser', 'English']);
    await list.choose('English');
    expect(chosen).toEqual(['en']);
  });
});
