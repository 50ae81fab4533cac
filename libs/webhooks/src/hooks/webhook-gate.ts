import {
  AccessApi,
  isProblem,
  may,
  mayInWorkspace,
  problem,
  UsersApi,
  type Actor,
  type ChatId,
} from '@app/contracts';
import { CONFIG, mayBeCalled, type Config } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';

/** Who may have what is said where posted whereto. */
@Injectable()
export class WebhookGate {
  constructor(
    private readonly users: UsersApi,
    private readonly access: AccessApi,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The actor, with the role of now: a token may say what they were. Throws `forbidden`. */
  async admit(actor: Actor): Promise<Actor> {
    const { role, isDeactivated } = await this.#profileOf(actor);
    if (isDeactivated || !mayInWorkspace('manageWebhooks', role)) throw problem('forbidden');
    return { ...actor, role };
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

  async #profileOf(actor: Actor) {
    try {
      return await this.users.profile(actor, { userId: actor.userId });
    } catch (error) {
      // Somebody without a profile is nobody here.
      if (isProblem(error, 'not_found')) throw problem('forbidden');
      throw error;
    }
  }
}
