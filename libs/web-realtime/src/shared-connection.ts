import type { ClientEventAck, ClientEventInput, ClientEventName } from '@app/contracts';
import { ConnectionLost, isLineProblem, RequestProblem } from '@app/web-session';
import type { ConnectionNews, Stop } from './chat-connection';
import { DeviceAsks } from './device-asks';
import type { StartableLine } from './later-connection';
import { NewsListeners } from './news-listeners';
import { OpenAsks } from './open-asks';
import type { TabGroup } from './tab-group';

/** A leader that has not even heard a question after this is asleep, or worse. */
const DEAF_AFTER_MS = 4000;

type Outcome =
  | { readonly ack: unknown }
  | { readonly problem: Pick<RequestProblem, 'code' | 'status' | 'params'> }
  | { readonly isLost: true };

/** What tabs say to each other. `from`: the tab; `n`: a question of it. */
type TabWords = { readonly from: string } & (
  | { readonly kind: 'hello' }
  | { readonly kind: 'leading'; readonly isReady: boolean }
  | { readonly kind: 'news'; readonly news: ConnectionNews }
  | { readonly kind: 'hurry' }
  | {
      readonly kind: 'ask';
      readonly n: number;
      readonly name: ClientEventName;
      readonly input: unknown;
    }
  | { readonly kind: 'heard'; readonly to: string }
  | { readonly kind: 'answer'; readonly to: string; readonly n: number; readonly outcome: Outcome }
);

/**
 * One line for all tabs of a person: the tab that leads holds it, the others hear its news and ask
 * through it. A change of the leader is a line that was lost and is back: whatever was asked fails
 * at once, and the `ready` of the new one begins the sync; so nothing is missed, or there twice.
 */
export class SharedConnection implements StartableLine {
  private readonly listeners = new NewsListeners();
  /** One that is late is for the leader to deal with: its line may be dead. */
  private readonly asks = new OpenAsks(() => undefined);
  /** What I have asked, by its number; other tabs have the same numbers. */
  private readonly waiting = new Map<number, (outcome: Outcome) => void>();
  private readonly followers = new Map<string, Stop>();
  private readonly device: DeviceAsks;
  private leader: string | null = null;
  private isReady = false;
  private isClosed = true;
  private asked = 0;
  private deaf: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly tabs: TabGroup,
    private readonly direct: StartableLine,
  ) {
    this.device = new DeviceAsks(direct);
    direct.listen((news) => this.tell(news));
    tabs.listen('line', (words) => this.hear(words as TabWords));
    tabs.onLead((isLeading) => (isLeading ? this.lead() : this.follow()));
  }

  start(): void {
    if (!this.isClosed) return;
    this.isClosed = false;
    void this.tabs.join().then(() => {
      if (!this.isLeading && !this.isClosed) this.mustHear({ kind: 'hello' });
    });
  }

  close(): void {
    this.isClosed = true;
    this.noteHeard();
    this.tabs.close();
    this.direct.close();
    this.lose();
  }

  hurry(): void {
    if (this.isClosed) return;
    if (this.isLeading) this.direct.hurry();
    else this.mustHear({ kind: 'hurry' });
  }

  listen(listener: (news: ConnectionNews) => void): Stop {
    return this.listeners.add(listener);
  }

  async ask<N extends ClientEventName>(
    name: N,
    input: ClientEventInput<N>,
  ): Promise<ClientEventAck<N>> {
    if (!this.isReady) throw new ConnectionLost();
    if (this.isLeading) return this.device.ask(this.tabs.id, name, input);
    const n = ++this.asked;
    try {
      const outcome = await this.asks.add<Outcome>((done) => {
        this.waiting.set(n, done);
        this.mustHear({ kind: 'ask', n, name, input });
      });
      return unwrap(outcome) as ClientEventAck<N>;
    } finally {
      this.waiting.delete(n);
    }
  }

  private get isLeading(): boolean {
    return this.leader === this.tabs.id;
  }

  private lead(): void {
    if (this.isClosed) return;
    this.obey(this.tabs.id, false);
    this.post({ kind: 'leading', isReady: false });
    this.direct.start();
  }

  /** Somebody else leads from now on; they may have said so already. */
  private follow(): void {
    for (const stop of this.followers.values()) stop();
    this.followers.clear();
    if (this.isLeading) this.leader = null;
    this.direct.close();
    if (this.leader !== null || this.isClosed) return;
    this.lose();
    this.post({ kind: 'hello' });
  }

  /** News of my own line, if I lead: for me, and for those who follow. */
  private tell(news: ConnectionNews): void {
    if (news.kind === 'lost') this.device.reset();
    if (!this.isLeading) return;
    if (this.followers.size > 0) this.post({ kind: 'news', news });
    this.take(news);
  }

  private hear(words: TabWords): void {
    if (this.isClosed) return;
    if (words.from === this.leader) this.noteHeard();
    switch (words.kind) {
      case 'leading':
        return this.obey(words.from, words.isReady);
      case 'news':
        if (words.from === this.leader) this.take(words.news);
        return;
      case 'answer':
        if (words.to === this.tabs.id) this.waiting.get(words.n)?.(words.outcome);
        return;
      case 'heard':
        return;
      default:
        if (this.isLeading) this.serve(words);
    }
  }

  private serve(words: Extract<TabWords, { kind: 'hello' | 'hurry' | 'ask' }>): void {
    this.welcome(words.from);
    switch (words.kind) {
      case 'hello':
        return this.post({ kind: 'leading', isReady: this.isReady });
      case 'hurry':
        this.post({ kind: 'heard', to: words.from });
        return this.direct.hurry();
      case 'ask':
        this.post({ kind: 'heard', to: words.from });
        return void this.answer(words);
    }
  }

  private async answer({
    from,
    n,
    name,
    input,
  }: Extract<TabWords, { kind: 'ask' }>): Promise<void> {
    const answer = (outcome: Outcome): void => this.post({ kind: 'answer', to: from, n, outcome });
    try {
      answer({ ack: await this.device.ask(from, name, input as never) });
    } catch (error) {
      // The two ways in which a line refuses; the tab that has asked gets the same.
      if (error instanceof ConnectionLost) answer({ isLost: true });
      else if (error instanceof RequestProblem) {
        const { code, status, params } = error;
        answer({ problem: { code, status, params } });
      } else throw error;
    }
  }

  /** Remembers who follows, until they are gone. */
  private welcome(tab: string): void {
    if (this.followers.has(tab)) return;
    const leave = (): void => {
      this.followers.delete(tab);
      this.device.drop(tab).catch((error: unknown) => {
        // Without a line there is nothing to let go of.
        if (!isLineProblem(error)) throw error;
      });
    };
    this.followers.set(tab, this.tabs.onGone(tab, leave));
  }

  private obey(leader: string, isReady: boolean): void {
    const isOther = leader !== this.leader;
    if (isOther) this.lose();
    this.leader = leader;
    this.noteHeard();
    // One that leads anew does not know yet who follows.
    if (isOther && !this.isLeading) this.post({ kind: 'hello' });
    if (isReady && !this.isReady) this.take({ kind: 'ready' });
  }

  private take(news: ConnectionNews): void {
    if (news.kind === 'lost') return this.lose();
    if (news.kind === 'ready') this.isReady = true;
    this.listeners.tell(news);
  }

  private lose(): void {
    const { isReady } = this;
    this.isReady = false;
    this.waiting.clear();
    this.asks.failAll();
    if (isReady) this.listeners.tell({ kind: 'lost' });
  }

  /** Takes over when the leader does not answer at all. */
  private mustHear(words: Unsigned<TabWords>): void {
    this.deaf ??= setTimeout(() => this.tabs.takeOver(), DEAF_AFTER_MS);
    this.post(words);
  }

  private noteHeard(): void {
    clearTimeout(this.deaf);
    this.deaf = undefined;
  }

  private post(words: Unsigned<TabWords>): void {
    this.tabs.post('line', { ...words, from: this.tabs.id });
  }
}

type Unsigned<T> = T extends unknown ? Omit<T, 'from'> : never;

function unwrap(outcome: Outcome): unknown {
  if ('ack' in outcome) return outcome.ack;
  if ('isLost' in outcome) throw new ConnectionLost();
  const { code, status, params } = outcome.problem;
  throw new RequestProblem(code, status, params);
}
