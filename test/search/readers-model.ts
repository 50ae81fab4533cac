/** What was said, as people remember it. */
export interface Saying {
  readonly chat: number;
  readonly seq: number;
  readonly by: string;
  text: string;
  isDeleted: boolean;
  readonly hiddenBy: Set<string>;
}

interface ModelChat {
  readonly owner: string;
  readonly showsAll: boolean;
  /** Since which slot somebody sees it: those who are in. */
  readonly since: Map<string, number>;
}

/** Who may read what, told once more in the plainest way: what a search is held to. */
export class ReadersModel {
  readonly chats: ModelChat[] = [];
  readonly sayings: Saying[] = [];

  found(owner: string, members: readonly string[], showsAll: boolean): void {
    this.chats.push({
      owner,
      showsAll,
      since: new Map([owner, ...members].map((name) => [name, 1])),
    });
  }

  isIn(name: string, chat: number): boolean {
    return this.chats[chat]!.since.has(name);
  }

  comes(name: string, chat: number, seq: number): void {
    const { since, showsAll } = this.chats[chat]!;
    if (!since.has(name)) since.set(name, showsAll ? 1 : seq);
  }

  goes(name: string, chat: number): void {
    const { since, owner } = this.chats[chat]!;
    if (name !== owner) since.delete(name);
  }

  mayRead(name: string, { chat, seq, isDeleted, hiddenBy }: Saying): boolean {
    const since = this.chats[chat]!.since.get(name);
    return since !== undefined && seq >= since && !isDeleted && !hiddenBy.has(name);
  }

  readable(name: string): Saying[] {
    return this.sayings.filter((saying) => this.mayRead(name, saying));
  }
}
