import {
  problem,
  type Actor,
  type ChangeAvatar,
  type ChangeChatAvatar,
  type ChangedAvatar,
  type ChangedChatAvatar,
  type ChatAvatars,
  type ChatId,
  type ChatsApi,
  type LookUpChatAvatars,
  type LookUpUsers,
  type UserId,
  type UserList,
  type UsersApi,
  type WorkspaceRole,
} from '@app/contracts';
import { aChat, aProfile, aUser } from '@app/contracts/testing';

/** Who and which chat has which avatar: stands in for the modules of people and of chats. */
export class PaperOwners {
  readonly avatars = new Map<UserId | ChatId, string>();
  /** Who is more, or less, than a member. */
  readonly roles = new Map<UserId, WorkspaceRole>();
  readonly suspended = new Set<UserId>();
  /** Asked to change something, they do this first. */
  before: () => void = () => undefined;

  readonly users: Pick<UsersApi, 'changeAvatar' | 'lookUp' | 'profile'> = {
    changeAvatar: ({ userId }, change) => this.#ofPerson(userId, change),
    lookUp: (_, input) => Promise.resolve(this.#people(input)),
    profile: (_, { userId }) =>
      Promise.resolve(
        aProfile(userId, {
          id: userId,
          role: this.roles.get(userId) ?? 'member',
          ...(this.suspended.has(userId) && { isDeactivated: true }),
        }),
      ),
  };

  readonly chats: Pick<ChatsApi, 'changeAvatar' | 'avatars'> = {
    changeAvatar: (actor, change) => this.#ofChat(actor, change),
    avatars: (_, input) => Promise.resolve(this.#chats(input)),
  };

  // eslint-disable-next-line @typescript-eslint/require-await -- throws as a promise
  async #ofPerson(userId: UserId, { avatar }: ChangeAvatar): Promise<ChangedAvatar> {
    const former = this.#change(userId, avatar);
    const profile = aProfile(userId, { id: userId, ...(avatar === null ? {} : { avatar }) });
    return { profile, ...(former === undefined ? {} : { former }) };
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- throws as a promise
  async #ofChat(_: Actor, { chatId, avatar }: ChangeChatAvatar): Promise<ChangedChatAvatar> {
    const former = this.#change(chatId, avatar);
    const chat = aChat({ id: chatId, ...(avatar === null ? {} : { avatar }) });
    return { chat, ...(former === undefined ? {} : { former }) };
  }

  #change(id: UserId | ChatId, avatar: string | null): string | undefined {
    this.before();
    const former = this.avatars.get(id);
    if (avatar === null) this.avatars.delete(id);
    else this.avatars.set(id, avatar);
    return former;
  }

  #people({ userIds }: LookUpUsers): UserList {
    const items = userIds.map((userId) => {
      const avatar = this.avatars.get(userId);
      return { ...aUser(userId), id: userId, ...(avatar === undefined ? {} : { avatar }) };
    });
    return { items };
  }

  #chats({ chatIds }: LookUpChatAvatars): ChatAvatars {
    const items = chatIds.flatMap((chatId) => {
      const avatar = this.avatars.get(chatId);
      return avatar === undefined ? [] : [{ chatId, avatar }];
    });
    return { items };
  }
}

/** Somebody said no. */
export const refusing = () => {
  throw problem('forbidden');
};
