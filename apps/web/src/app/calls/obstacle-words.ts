import type { OwnTrouble } from '@app/web-calls';
import { callTexts } from './call-texts';

/** Why something of one's own cannot be had; empty: it can. */
export function obstacleWords(trouble: OwnTrouble | null): string {
  if (!trouble || trouble.lane === 'sound') return '';
  return callTexts.obstacles[trouble.lane][trouble.obstacle];
}
