import type { RequestProblem } from '@app/web-realtime';

/** This device is not in the call, or there is none, now and later. */
export const isOver = ({ code }: RequestProblem): boolean =>
  code === 'call_ended' || code === 'forbidden' || code === 'not_found';

/** There is no room for the call, and none soon. */
export const isRoomless = (problem: RequestProblem): boolean =>
  isOver(problem) || String(problem.params['service']).startsWith('media');
