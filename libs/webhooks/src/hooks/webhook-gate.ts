import {
  AccessApi,
  may,
  problem,
  type Actor,
  type ChatId,
  type Origin,
  type WebhookId,
} from '@app/contracts';
import { CONFIG, mayBeCalled, PermissionGate, type Config } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';

/** What somebody wants to do something about, and from where. */
interface About {
  readonly webhookId?: WebhookId;
  readonly origin?: Origin;
}

/** Who may have what is said where posted whereto. */
@Injectable()
export class WebhookGate {
  constructor(
    private readonly gate: PermissionGate,
    private readonly access: AccessApi,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** See `PermissionGate`. */
  admit(actor: Actor, { webhookId, origin }: About = {}): Promise<Actor> {
    const target = webhookId && ({ kind: 'webhook', id: webhookId } as const);
    return this.gate.admit(actor, 'manageWebhooks', { target, origin });
  }

  /** Throws what `AccessApi.of` does, and `forbidden` for who is no admin of one of them. */
  async checkChats(actor: Actor, chatIds: readonly ChatId[]): Promise<void> {
    await Promise.all(
      chatIds.map(async (chatId) => {
        const { kind, role } = await this.access.of(actor, { chatId });
        if (!may('manageWebhooks', kind, role)) throw problem('forbidden');
      }),
    );
  }

  /** Throws `validation_failed` for an address that we are not to call. */
  checkUrl(url: string): void {
    if (mayBeCalled(url, { mayBeInside: this.config.webhooks.allowsPrivate })) return;
    const message = 'Not an address outside, by HTTPS, without a password in it';
    throw problem('validation_failed', { issues: [{ path: 'url', message }] });
  }
}
