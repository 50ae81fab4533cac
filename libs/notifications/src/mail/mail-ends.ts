import { problem, type Done, type MailToken } from '@app/contracts';
import { CONFIG, type Config } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { WishDesk } from '../wishes/wish-desk.js';
import { unsubscribing } from './unsubscribe-token.js';

/** Ends the mails of who holds a link of one. */
@Injectable()
export class MailEnds {
  constructor(
    private readonly wishes: WishDesk,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async end({ token }: MailToken): Promise<Done> {
    const userId = unsubscribing(token, this.config);
    if (userId === undefined) throw problem('forbidden');
    await this.wishes.change(userId, { mail: false });
    return {};
  }
}
