import {
  adoptChatList,
  adoptMembers,
  adoptPage,
  applyEvent,
  comparable,
  emptyState,
  gapOf,
  type ClientState,
} from '@app/chat-state';
import type { Chat, MemberPage, MessagePage, ServerEvent, ServerEventName } from '@app/contracts';
import type { Person } from '../people/person.js';

/** What a person's client would show: one fetch at the beginning, and only events since then. */
export class Follower {
  #state: ClientState;
  #taken = 0;

  private constructor(
    readonly person: Person,
    state: ClientState,
  ) {
    this.#state = state;
  }

  /** From now on: what was heard before is in the fetch already, or is dropped by its `rev`. */
  static async of(person: Person): Promise<Follower> {
    return new Follower(person, await fetched(person));
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

  /** Fails unless the events have led to what a fresh client fetches now. */
  async mustEqualFresh(): Promise<void> {
    const fresh = comparable(await fetched(this.person));
    const followed = comparable(this.state);
    for (const chat of this.#state.chats.values()) expect(gapOf(chat.log)).toBeNull();
    expect(followed).toEqual(fresh);
  }
}

/** Everything, as a client that has just started reads it. */
export async function fetched(person: Person): Promise<ClientState> {
  const { id, username } = person.profile;
  const chats = ((await person.get('/api/chats?limit=100')).body as { items: Chat[] }).items;
  let state = adoptChatList(emptyState({ id, username }), chats);
  for (const chat of chats) {
    const page = await person.get(`/api/messages/${chat.id}?limit=50`);
    state = adoptPage(state, chat.id, page.body as MessagePage);
    const members = await person.get(`/api/chats/${chat.id}/members?limit=100`);
    state = adoptMembers(state, chat.id, (members.body as MemberPage).items);
  }
  return state;
}
