import { RequestProblem } from '@app/web-session';
import { problemWords } from '../../problem-words';
import { detailsTexts } from './details-texts';

/** The sentence for anything that `ChatActions` and `ChatExit` reject with. */
export function chatProblemWords(error: unknown): string {
  const isOwner = error instanceof RequestProblem && error.params['field'] === 'owner';
  return isOwner ? detailsTexts.lastOwner : problemWords(error);
}
