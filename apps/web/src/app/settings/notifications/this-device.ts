import { inject, Injectable, signal } from '@angular/core';
import type { PushOffer } from '@app/contracts';
import { Session } from '@app/web-session';
import { problemWords } from '../../problem-words';

/**
 * What keeps this device from being told while Parley is closed. `unable`: the browser, or this
 * server, cannot. `refused`: the person has said no to the browser, and has to undo it there.
 */
export type PushObstacle = 'unable' | 'refused' | null;

/** Whether this device is told while no window is open. The browser is asked when they want it. */
@Injectable()
export class ThisDevice {
  private readonly rest = inject(Session).rest;
  private key: string | null = null;

  readonly isOn = signal(false);
  readonly isKnown = signal(false);
  /** Not of this device: whether the server sends any. */
  readonly hasMails = signal(false);
  readonly obstacle = signal<PushObstacle>(null);
  readonly problem = signal('');

  /** Never rejects. */
  async look(): Promise<void> {
    await this.ask(async () => {
      const offer = await this.rest.request<PushOffer>('GET', 'notifications/push');
      const { key, mails = false } = offer;
      this.key = key;
      this.hasMails.set(mails);
      this.obstacle.set(obstacleOf(key));
      this.isOn.set((await this.subscription()) !== null && Notification.permission === 'granted');
    });
    this.isKnown.set(true);
  }

  /** Never rejects. */
  async turn(on: boolean): Promise<void> {
    this.isOn.set(on);
    await this.ask(() => (on ? this.subscribe() : this.unsubscribe()), !on);
    this.obstacle.set(obstacleOf(this.key));
  }

  private async subscribe(): Promise<void> {
    const isOn = (await Notification.requestPermission()) === 'granted';
    this.isOn.set(isOn);
    const registration = isOn ? await navigator.serviceWorker.ready : undefined;
    if (!registration) return;
    const options = { userVisibleOnly: true, applicationServerKey: this.key };
    const made = await registration.pushManager.subscribe(options);
    const { endpoint, keys } = made.toJSON();
    await this.rest.request('POST', 'notifications/push', { body: { endpoint, keys } });
  }

  private async unsubscribe(): Promise<void> {
    const made = await this.subscription();
    if (!made) return;
    await this.rest.request('DELETE', 'notifications/push', { body: { endpoint: made.endpoint } });
    await made.unsubscribe();
  }

  private async subscription(): Promise<PushSubscription | null> {
    if (this.obstacle() === 'unable') return null;
    const registration = await navigator.serviceWorker.getRegistration();
    return (await registration?.pushManager.getSubscription()) ?? null;
  }

  /** `former`: what the switch goes back to. */
  private async ask(deed: () => Promise<void>, former = false): Promise<void> {
    this.problem.set('');
    try {
      await deed();
    } catch (error) {
      // The server is away, or the browser's own push service is: the switch goes back.
      this.isOn.set(former);
      this.problem.set(problemWords(error));
    }
  }
}

function obstacleOf(key: string | null): PushObstacle {
  const isAble = 'serviceWorker' in navigator && 'PushManager' in globalThis;
  if (!isAble || key === null) return 'unable';
  return Notification.permission === 'denied' ? 'refused' : null;
}
