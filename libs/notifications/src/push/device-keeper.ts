import { Clock, EventBus } from '@app/platform';
import { Injectable, Logger } from '@nestjs/common';
import { PushDevicesRepository, type KnownDevice } from './push-devices.repository.js';
import type { Posted } from './push-post.js';

/** A device that is silent for so long is forgotten, in ms: push services come back earlier. */
const longestSilenceMs = 3 * 86_400_000;

/**
 * Keeps devices as long as there is a hope of reaching them. One that takes nothing must not fill
 * the queue of all: after the last try of a push it is silent, and has one try of each from then
 * on. It is not forgotten at once: its service may be away for longer than all tries take, and no
 * browser would subscribe again by itself.
 */
@Injectable()
export class DeviceKeeper {
  readonly #logger = new Logger(DeviceKeeper.name);

  constructor(
    private readonly devices: PushDevicesRepository,
    private readonly eventBus: EventBus,
    private readonly clock: Clock,
  ) {}

  /** What became of a push to it. Throws where that is to be tried again, or was its last try. */
  async hear(device: KnownDevice, posted: Posted, triesLeft: number): Promise<void> {
    const { id, isSilent } = device;
    if (posted === 'later') return this.#putOff(device, triesLeft);
    if (posted === 'refused') this.#logger.warn(`A push service refuses device ${id}`);
    if (posted !== 'gone') return isSilent ? this.devices.endSilence(id) : undefined;
    await this.devices.removeById(id);
    await this.#tellOfLoss(device);
  }

  async #putOff(device: KnownDevice, triesLeft: number): Promise<void> {
    const { id, isSilent } = device;
    const now = this.clock.now();
    if (!isSilent) {
      if (triesLeft === 0) await this.devices.noteSilence(id, now);
      throw new Error('The push service has not taken it');
    }
    const since = new Date(now.getTime() - longestSilenceMs);
    if (await this.devices.removeSilent(id, since)) await this.#tellOfLoss(device);
  }

  async #tellOfLoss({ userId }: KnownDevice): Promise<void> {
    const news = { userIds: [userId], hasNewKeywords: false };
    await this.eventBus.publish('notifications.changed', news);
  }
}
