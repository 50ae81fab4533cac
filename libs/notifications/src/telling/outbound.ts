import type { Message, UserId } from '@app/contracts';
import { Injectable } from '@nestjs/common';
import type { Members } from './audiences.js';
import type { Ruling } from './court.js';

/** Ways to people who have no window open. */
@Injectable()
export class Outbound {
  /** Members whom anything could be sent to. */
  reached(_members: Members): Promise<readonly UserId[]> {
    return Promise.resolve([]);
  }

  /** Sends it to whom the rule says. Again is harmless. */
  send(_message: Message, _members: Members, _rulings: readonly Ruling[]): Promise<void> {
    return Promise.resolve();
  }
}
