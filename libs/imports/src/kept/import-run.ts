import type { Import } from '@app/contracts';
import type {
  Hearing,
  ImportSourceReader,
  SourceChat,
  SourceMessage,
} from '../source/import-source.js';
import type { ChatWork, ChatWriter, ReadyMessage } from './chat-writer.js';
import type { ImportPeople } from './import-people.js';
import { boundedReactions } from './message-parts.js';
import { Tally } from './tally.js';

/** Messages that are written at once. */
const atOnce = 100;

/** Heads of threads that are remembered, in one chat. */
const mostRoots = 2_000_000;

/** What a run is made of. */
export interface RunParts {
  readonly source: ImportSourceReader;
  readonly people: ImportPeople;
  /** Of people: what chats count is apart, for it is kept with them. */
  readonly tally: Tally;
  /** When it was ordered: of chats that say nothing of themselves. ISO 8601. */
  readonly at: string;
  readonly writerOf: (work: ChatWork) => ChatWriter;
  /** Throws where it is to end. */
  readonly reached: (tally: Tally, progress: NonNullable<Import['progress']>) => Promise<void>;
}

/** One pass through a source, chat by chat. */
export class ImportRun {
  /** Of chats that are done. */
  readonly #past = new Tally();
  #chats = 0;

  constructor(private readonly parts: RunParts) {}

  async through(): Promise<void> {
    const { source } = this.parts;
    await this.#tell(undefined);
    for (const chat of source.chats) {
      const tally = new Tally();
      await this.#bring(chat, tally);
      this.#past.add(tally);
      this.#chats++;
      await this.#tell(undefined);
    }
  }

  async #bring(chat: SourceChat, tally: Tally): Promise<void> {
    const { people } = this.parts;
    const title = chat.name ?? chat.memberKeys.map((key) => people.nameOf(key)).join(', ');
    if (chat.isDirect && !people.areAllHere(chat.memberKeys)) {
      tally.note('direct_incomplete', title);
      return;
    }
    const pass = new ChatPass(chat, tally, this.parts, () => this.#tell(tally));
    if ((await pass.through()) === 'present') tally.note('chat_present', title);
    else tally.count('chats');
  }

  async #tell(present: Tally | undefined): Promise<void> {
    const all = new Tally();
    all.add(this.parts.tally);
    all.add(this.#past);
    if (present) all.add(present);
    const ofChats = this.parts.source.chats.length;
    await this.parts.reached(all, { chats: this.#chats, ofChats });
  }
}

/** One chat, from its first message to its last. */
class ChatPass {
  /** Who has begun a thread. `Map<key of the message, key of the person>` */
  readonly #roots = new Map<string, string>();
  readonly #writer: ChatWriter;
  #batch: ReadyMessage[] = [];
  #passed = 0;
  #lastAt: string;

  constructor(
    private readonly chat: SourceChat,
    private readonly tally: Tally,
    private readonly parts: RunParts,
    private readonly tell: () => Promise<void>,
  ) {
    this.#writer = parts.writerOf({ chat, people: parts.people, tally });
    const { createdAt = parts.at } = chat;
    this.#lastAt = createdAt < parts.at ? createdAt : parts.at;
  }

  async through(): Promise<'present' | 'whole'> {
    const { people, source } = this.parts;
    const done = await this.#writer.begin(this.#lastAt);
    if (done === 'present') return 'present';
    const hearing: Hearing = {
      // What was noted of those that are passed over is known already.
      note: (...noted) => {
        if (this.#passed >= done) this.tally.note(...noted);
      },
      usernameOf: (person) => people.usernameOf(person),
    };
    for await (const message of source.messages(this.chat, hearing))
      await this.#take(message, done);
    await this.#write();
    await this.#writer.finish(this.#lastAt);
    return 'whole';
  }

  async #take(told: SourceMessage, done: number): Promise<void> {
    // Nothing was said in the future, whatever a clock was at: such a chat would be the newest for
    // years. Nor as late as now: what is too old behind it would not be found.
    const message = told.at < this.parts.at ? told : { ...told, at: this.#lastAt };
    this.#passed++;
    this.#lastAt = message.at;
    const ready = this.#ready(message);
    await this.#meet(message);
    if (this.#passed <= done) return;
    if (ready.rootKey !== undefined && ready.rootAuthorKey === undefined)
      this.tally.note('root_missing', message.at);
    this.#batch.push(ready);
    if (this.#batch.length >= atOnce) await this.#write();
  }

  #ready(message: SourceMessage): ReadyMessage {
    const { key, authorKey, rootKey } = message;
    if (rootKey === undefined && this.#roots.size < mostRoots) this.#roots.set(key, authorKey);
    const rootAuthorKey = rootKey === undefined ? undefined : this.#roots.get(rootKey);
    return { ...message, ...(rootAuthorKey !== undefined && { rootAuthorKey }) };
  }

  /** Also those of what is passed over: who was there is told of the whole. */
  async #meet({ authorKey, reactions }: SourceMessage): Promise<void> {
    const { people } = this.parts;
    await people.userOf(authorKey);
    for (const { byKeys } of boundedReactions(reactions))
      for (const key of byKeys) await people.userOf(key);
  }

  async #write(): Promise<void> {
    const messages = this.#batch;
    if (messages.length === 0) return;
    this.#batch = [];
    await this.#writer.write(messages, this.#passed);
    await this.tell();
  }
}
