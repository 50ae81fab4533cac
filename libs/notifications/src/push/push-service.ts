import {
  problem,
  type Actor,
  type Done,
  type PushDevice,
  type PushEndpoint,
  type PushOffer,
} from '@app/contracts';
import { Clock, CONFIG, EventBus, mayBeCalled, type Config } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { PushDevicesRepository } from './push-devices.repository.js';
import { PushOwners } from './push-owners.js';
import { PushPost } from './push-post.js';
import { isPublicKey } from './web-push-crypto.js';

/** The devices of a person that are pushed to. */
@Injectable()
export class PushService {
  constructor(
    private readonly devices: PushDevicesRepository,
    private readonly owners: PushOwners,
    private readonly post: PushPost,
    private readonly eventBus: EventBus,
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  get offer(): PushOffer {
    const { mail } = this.config.notifications;
    return { key: this.post.publicKey ?? null, mails: mail !== undefined };
  }

  async add(actor: Actor, device: PushDevice): Promise<Done> {
    if (this.post.publicKey === undefined)
      throw problem('service_unavailable', { service: 'push' });
    const { allowsPrivatePush: mayBeInside } = this.config.notifications;
    if (!mayBeCalled(device.endpoint, { mayBeInside }))
      throw refused('endpoint', 'Not the address of a push service');
    if (!isPublicKey(device.keys.p256dh)) throw refused('keys.p256dh', 'Not a key of a browser');
    await this.devices.put(actor, device, this.clock.now());
    return this.#changed(actor);
  }

  async remove(actor: Actor, { endpoint }: PushEndpoint): Promise<Done> {
    await this.devices.remove(actor.userId, endpoint);
    return this.#changed(actor);
  }

  async #changed({ userId }: Actor): Promise<Done> {
    await this.owners.refresh([userId]);
    const news = { userIds: [userId], hasNewKeywords: false };
    await this.eventBus.publish('notifications.changed', news);
    return {};
  }
}

const refused = (path: string, message: string) =>
  problem('validation_failed', { issues: [{ path, message }] });
