import { isLineProblem } from '@app/web-session';
import type { ChatConnection, Stop } from './chat-connection';

const BEAT_MS = 20_000;

/** Nobody has touched the page for this long: the device is there, the person is not. */
const IDLE_MS = 5 * 60_000;

/** What counts as touching it. */
const TOUCHES = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;

/**
 * Says every 20 s that this device is here, and whether the person is. Comes back at once when they
 * come back, since others wait for them.
 */
export function startPresenceBeat(connection: ChatConnection, page: Document): Stop {
  let touchedAt = Date.now();
  let wasActive = true;
  const beat = (): void => {
    wasActive = page.visibilityState === 'visible' && Date.now() - touchedAt < IDLE_MS;
    void connection.ask('heartbeat', { isActive: wasActive }).catch((error: unknown) => {
      // Without a connection there is nobody to be present for; the next beat says it all again.
      if (!isLineProblem(error)) throw error;
    });
  };
  const touch = (): void => {
    touchedAt = Date.now();
    if (!wasActive) beat();
  };
  const turn = (): void => (page.visibilityState === 'visible' ? touch() : beat());
  for (const name of TOUCHES) page.addEventListener(name, touch, { passive: true });
  page.addEventListener('visibilitychange', turn);
  const timer = setInterval(beat, BEAT_MS);
  const stop = connection.listen(({ kind }) => {
    if (kind === 'ready') beat();
  });
  return () => {
    clearInterval(timer);
    stop();
    for (const name of TOUCHES) page.removeEventListener(name, touch);
    page.removeEventListener('visibilitychange', turn);
  };
}
