import { DOCUMENT, inject, Injectable } from '@angular/core';
import { KeptChoice } from '../preferences/kept-choice';
import { languages, type LanguageChoice, type LanguageCode } from './languages';

/** The language of this device. */
@Injectable({ providedIn: 'root' })
export class Language {
  private readonly document = inject(DOCUMENT);
  /** Read by the script in `index.html`. All tabs load anew: texts are constants. */
  private readonly kept = new KeptChoice<LanguageChoice>(
    'parley.language',
    ['system', ...(Object.keys(languages) as LanguageCode[])],
    () => this.document.location.reload(),
  );

  readonly choice = this.kept.value;

  /** Loads the page anew in that language; drafts and what waits to be sent are kept. */
  choose(choice: LanguageChoice): void {
    this.kept.choose(choice);
  }
}
