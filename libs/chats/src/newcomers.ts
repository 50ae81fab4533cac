import {
  isFounder,
  mayInWorkspace,
  problem,
  UsersApi,
  type Actor,
  type ChatKind,
  type ListHeirs,
  type UserId,
  type UserPage,
} from '@app/contracts';
import { LiveSettings } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { ChatView } from './chat-view.js';
import { Heirs, mayOwn } from './heirs.js';
import { Mutes } from './mutes.js';

/** Whether somebody can begin a chat, bring people into one, and have it after somebody else. */
@Injectable()
export class Newcomers {
  constructor(
    private readonly view: ChatView,
    private readonly users: UsersApi,
    private readonly mutes: Mutes,
    private readonly settings: LiveSettings,
    private readonly inheriting: Heirs,
  ) {}

  /** Throws `muted`: who begins a chat says something in it. */
  mustNotBeMuted(actor: Actor): void {
    this.mutes.mustNotBe(actor);
  }

  /**
   * Throws `forbidden` unless the actor may make such a chat, by what they are now, as tokens lag
   * behind, and by what is set of the workspace.
   */
  async checkFounder(actor: Actor, kind: ChatKind): Promise<void> {
    const { channelsBy, groupsBy } = this.settings.now;
    if (kind === 'direct' || (kind === 'group' && groupsBy === 'everybody')) return;
    const { role } = await this.users.profile(actor, { userId: actor.userId });
    const isAdmitted =
      kind === 'group'
        ? isFounder(groupsBy, role)
        : mayInWorkspace('createChannels', role) && isFounder(channelsBy, role);
    if (!isAdmitted) throw problem('forbidden');
  }

  /** Throws `conflict {field: 'ownerId'}` for who may own no chat. */
  async checkHeir(actor: Actor, userId: UserId): Promise<void> {
    const heir = (await this.view.people(actor, [userId])).get(userId);
    if (!heir || !mayOwn(heir)) throw problem('conflict', { field: 'ownerId' });
  }

  /** To whom a chat can be handed over. */
  heirs(actor: Actor, query: ListHeirs): Promise<UserPage> {
    return this.inheriting.page(actor, query);
  }

  /** Throws `not_found` if one of them is unknown, `blocked` if there is a block with one. */
  async check(actor: Actor, userIds: readonly UserId[]): Promise<void> {
    if (userIds.length === 0) return;
    const known = await this.view.people(actor, userIds);
    const isThere = (userId: UserId) => known.get(userId)?.isDeactivated === undefined;
    if (!userIds.every((userId) => known.has(userId) && isThere(userId)))
      throw problem('not_found');
    const blocked = await this.users.blockedBetween(actor, { userIds: [...userIds] });
    if (blocked.userIds.length > 0) throw problem('blocked');
  }
}
