import {
  adoptChanges,
  adoptChatList,
  adoptHidden,
  adoptMembers,
  adoptPage,
  adoptSync,
  applyEvent,
  comparable,
  emptyState,
  gapOf,
  lacksHides,
  type ClientState,
} from '@app/chat-state';
import type {
  ChangePage,
  Chat,
  ChatId,
  HiddenSlots,
  MemberPage,
  MessagePage,
  ServerEvent,
  ServerEventName,
  SyncPage,
  User,
  UserId,
} from '@app/contracts';
import { eventually } from '@app/platform/testing';
import type { Person } from '../people/person.js';

/** What a person's client would show: one fetch at the beginning, and only events since then. */
export class Follower {
  #state: ClientState;
  #taken = 0;
  /** Chats of which a page was fetched. */
  readonly #opened: Set<ChatId>;

  private constructor(
    readonly person: Person,
    state: ClientState,
    opened: Iterable<ChatId>,
  ) {
    this.#state = state;
    this.#opened = new Set(opened);
  }

  /** From now on: what was heard before is in the fetch already, or is dropped by its `rev`. */
  static async of(person: Person): Promise<Follower> {
    const state = await withAllOf(await welcomed(person), person);
    return new Follower(person, state, state.chats.keys());
  }

  /** The same for a client that has opened no chat: it knows the list, until it is compared. */
  static async ofTheList(person: Person): Promise<Follower> {
    return new Follower(person, listed(await chatsOf(person), person), []);
  }

  /** The state as of the last event heard. */
  get state(): ClientState {
    for (const { event, payload } of this.person.heard.slice(this.#taken)) {
      const known = payload as ServerEvent<ServerEventName>;
      this.#state = applyEvent(this.#state, event, known);
      this.#taken++;
    }
    return this.#state;
  }

  /** What a client does that was away: it compares, and asks for what it has missed. */
  async recover(): Promise<void> {
    const { items } = (await this.person.get('/api/sync?limit=500')).body as SyncPage;
    this.#state = adoptSync(this.state, items);
    for (const [chatId, { log }] of this.#state.chats) {
      const ask = async (what: string) =>
        (await this.person.get(`/api/chats/${chatId}/${what}`)).body;
      if (gapOf(log)) {
        const changes = (await ask(`changes?afterRev=${log.rev}`)) as ChangePage;
        this.#state = adoptChanges(this.#state, chatId, changes);
      }
      if (lacksHides(log)) {
        const missed = (await ask(`hidden?after=${log.hides}`)) as HiddenSlots;
        this.#state = adoptHidden(this.#state, chatId, log.hides, missed);
      }
    }
  }

  /** Fails unless the events have led to what a fresh client fetches now. */
  async mustEqualFresh(): Promise<void> {
    await this.#loadWhatIsAskedFor();
    const list = await chatsOf(this.person);
    const fresh = comparable(await withAllOf(list, this.person));
    const followed = comparable(this.state);
    for (const { log } of this.#state.chats.values())
      expect([gapOf(log), lacksHides(log)]).toEqual([null, false]);
    expect(followed).toEqual(fresh);
    this.#mustQuoteLike(list);
  }

  /**
   * Fails unless what passes by (who types in a chat, how some people are) is as those say who
   * come now.
   */
  async mustEqualPassing(chatId: ChatId, userIds: readonly UserId[]): Promise<void> {
    const { typing } = await this.person.tell('join_chat', { chatId });
    expect([...this.state.chats.get(chatId)!.typing]).toEqual(typing);
    for (const userId of userIds) {
      const { status, lastSeenAt } = (await this.person.get(`/api/users/${userId}`)).body as User;
      expect(this.state.people.get(userId)).toMatchObject({ status });
      expect(this.state.people.get(userId)!.lastSeenAt).toBe(lastSeenAt);
    }
  }

  /**
   * The row of a chat that nobody has opened yet is all that the list says of it: no page beside it
   * tells what is hidden.
   */
  #mustQuoteLike(list: readonly Chat[]): void {
    const told = list.map(({ id, lastMessage }) => [id, lastMessage]);
    const state = this.state;
    const lastOf = (id: ChatId) => state.chats.get(id)?.info?.lastMessage ?? undefined;
    const quoted = told.map(([id]) => [id, lastOf(id as ChatId)]);
    expect(quoted).toEqual(told);
  }

  /** A chat that came has nothing loaded yet, and newcomers are known by their id only. */
  async #loadWhatIsAskedFor(): Promise<void> {
    for (const [chatId, { log, members }] of this.state.chats) {
      // Events alone may have brought a piece of it: that is no page.
      if (log.ranges.length === 0 || !this.#opened.has(chatId)) {
        this.#state = await withPage(this.#state, this.person, chatId);
        this.#opened.add(chatId);
      }
      if (members.isStale) this.#state = await withMembers(this.#state, this.person, chatId);
    }
  }
}

/**
 * Notes to self and #general come to a new account a moment after it was made. Resolves with the
 * list of chats that has them.
 */
export function welcomed(person: Person): Promise<readonly Chat[]> {
  return eventually(async () => {
    const chats = await chatsOf(person);
    expect(chats.map(({ slug }) => slug)).toContain('general');
    expect(chats.some(({ type, peer }) => type === 'direct' && !peer)).toBe(true);
    return chats;
  });
}

async function chatsOf(person: Person): Promise<Chat[]> {
  return ((await person.get('/api/chats?limit=100')).body as { items: Chat[] }).items;
}

async function withPage(state: ClientState, person: Person, chatId: ChatId): Promise<ClientState> {
  const page = await person.get(`/api/messages/${chatId}?limit=50`);
  return adoptPage(state, chatId, page.body as MessagePage);
}

async function withMembers(
  state: ClientState,
  person: Person,
  chatId: ChatId,
): Promise<ClientState> {
  const members = await person.get(`/api/chats/${chatId}/members?limit=100`);
  return adoptMembers(state, chatId, (members.body as MemberPage).items);
}

function listed(chats: readonly Chat[], { profile }: Person): ClientState {
  const { id, username } = profile;
  return adoptChatList(emptyState({ id, username }), chats);
}

/** Everything, as a client that has just started reads it: the list, a page and members of each. */
async function withAllOf(chats: readonly Chat[], person: Person): Promise<ClientState> {
  let state = listed(chats, person);
  for (const chatId of state.chats.keys()) {
    state = await withMembers(await withPage(state, person, chatId), person, chatId);
  }
  return state;
}
