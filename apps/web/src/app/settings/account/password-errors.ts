import { RequestProblem } from '@app/web-session';
import { problemWords } from '../../problem-words';
import { settingsTexts } from '../settings-texts';

/** What stands under each field; `form`: what belongs to neither. */
export type PasswordErrors = Readonly<Partial<Record<'current' | 'next' | 'form', string>>>;

const { account: texts } = settingsTexts;
const SHORTEST = 8;

/** What can be seen to be missing before the server is asked. */
export function passwordGaps(current: string, next: string): PasswordErrors {
  return {
    ...(current === '' && { current: texts.currentMissing }),
    ...(next.length < SHORTEST && { next: texts.tooShort }),
  };
}

/** A refused change, under the field that it is about. */
export function passwordErrors(error: unknown): PasswordErrors {
  const code = error instanceof RequestProblem ? error.code : null;
  if (code === 'forbidden') return { current: texts.currentWrong };
  if (code === 'validation_failed') return { next: texts.tooWeak };
  return { form: problemWords(error) };
}
