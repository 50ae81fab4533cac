import { createHmac } from 'node:crypto';
import type { Actor, IceServer, IceServers } from '@app/contracts';
import { Clock, CONFIG, type Config } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';

/**
 * Lets somebody use the TURN server for a while, as of coturn's `use-auth-secret`: the name says
 * until when and whose it is, and the password is a digest of it that only who has the secret can
 * make. So nothing is stored, and whoever leaves is out once it has expired.
 */
@Injectable()
export class IceCredentials {
  readonly #turn: Config['calls']['turn'];

  constructor(
    private readonly clock: Clock,
    @Inject(CONFIG) { calls }: Pick<Config, 'calls'>,
  ) {
    this.#turn = calls.turn;
  }

  of({ userId }: Actor): IceServers {
    const { stunUrls, turnUrls, ttl } = this.#turn;
    const expiry = Math.floor(this.clock.now().getTime() / 1000) + ttl;
    return {
      iceServers: [
        ...serversAt(stunUrls),
        ...serversAt(turnUrls).map((server) => ({
          ...server,
          ...this.#credentials(`${expiry}:${userId}`),
        })),
      ],
      expiresAt: new Date(expiry * 1000).toISOString(),
    };
  }

  /** By SHA-1, since that is what TURN servers know. */
  #credentials(username: string): Pick<IceServer, 'username' | 'credential'> {
    // That it is there was seen when the process started.
    const digest = createHmac('sha1', this.#turn.secret!).update(username);
    return { username, credential: digest.digest('base64') };
  }
}

const serversAt = (urls: readonly string[]): IceServer[] =>
  urls.length === 0 ? [] : [{ urls: [...urls] }];
