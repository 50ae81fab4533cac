import { UsersApi, type UserId } from '@app/contracts';
import { BoundedMap, chunksOf, EventBus } from '@app/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { onBehalfOf } from '../module-actor.js';

/** Pairs of people that are remembered. */
const maxPairs = 200_000;

/** So many are asked about at once. */
const width = 256;

/** Between whom there is a block, from memory: each pair is asked for once. */
@Injectable()
export class Blocks implements OnModuleInit {
  readonly #pairs = new BoundedMap<string, boolean>(maxPairs);
  /** Grows with what is forgotten: an answer from before is not remembered. */
  #round = 0;

  constructor(
    private readonly users: UsersApi,
    private readonly eventBus: EventBus,
  ) {}

  onModuleInit(): void {
    this.eventBus.listen({
      name: 'user.blocked',
      handle: ({ userId, otherId }) => {
        this.#round++;
        this.#pairs.delete(pairOf(userId, otherId));
      },
      missed: () => {
        this.#round++;
        this.#pairs.clear();
      },
    });
  }

  /** Those who block somebody, or are blocked by them. */
  async among(userIds: readonly UserId[], about: UserId): Promise<ReadonlySet<UserId>> {
    const blocked = new Set<UserId>();
    const unknown: UserId[] = [];
    for (const userId of userIds) {
      const known = this.#pairs.get(pairOf(userId, about));
      if (known === undefined) unknown.push(userId);
      else if (known) blocked.add(userId);
    }
    for (const some of chunksOf(unknown, width))
      for (const userId of await this.#ask(some, about)) blocked.add(userId);
    return blocked;
  }

  async #ask(userIds: UserId[], about: UserId): Promise<readonly UserId[]> {
    const round = this.#round;
    const answer = await this.users.blockedBetween(onBehalfOf(about), { userIds });
    const found = new Set(answer.userIds);
    if (round === this.#round)
      for (const userId of userIds) this.#pairs.set(pairOf(userId, about), found.has(userId));
    return answer.userIds;
  }
}

/** The same in both directions. */
const pairOf = (one: UserId, two: UserId) => (one < two ? `${one} ${two}` : `${two} ${one}`);
