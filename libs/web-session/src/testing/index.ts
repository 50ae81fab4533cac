import { signal } from '@angular/core';
import type { ProblemCode, Profile, SignedInBody } from '@app/contracts';
import type { Browser, TabChannel } from '../browser';
import { type Session, type SessionState } from '../session';

/** What a route of the fake answers: `[status, body]`. Throw for a dead network. */
export type FakeRoute = (request: {
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
  readonly url: URL;
}) => readonly [status: number, body?: unknown] | Promise<readonly [number, unknown?]>;

/** Things that several tabs of one browser share. */
export class FakeTabs {
  readonly storage = new Map<string, string>();
  readonly listeners = new Set<{ tab: unknown; hear: (message: unknown) => void }>();
  private last: Promise<unknown> = Promise.resolve();

  locked<T>(run: () => Promise<T>): Promise<T> {
    const turn = this.last.then(run, run);
    this.last = turn.catch(() => undefined);
    return turn;
  }
}

/** One tab of a browser in memory, before a server of a few routes: `'POST auth/login'`. */
export class FakeBrowser implements Browser {
  nowMs = Date.parse('2026-03-02T11:00:00.000Z');
  reloads = 0;
  departures = 0;
  /** Whether somebody could still tell what the person has done here. */
  hasTraces = true;
  /** Every request, as `'GET auth/me'`. */
  readonly requests: string[] = [];
  readonly routes = new Map<string, FakeRoute>();

  constructor(private readonly tabs = new FakeTabs()) {}

  now(): number {
    return this.nowMs;
  }

  readonly aheadMs = 0;
  /** What the server has said of its time. */
  readonly heard: (string | null)[] = [];

  serverNow(): number {
    return this.nowMs;
  }

  hearTime(date: string | null): void {
    this.heard.push(date);
  }

  async fetch(url: string, init: RequestInit): Promise<Response> {
    const at = new URL(url, 'https://parley.example');
    const name = `${init.method} ${at.pathname.replace('/api/', '')}`;
    this.requests.push(name);
    const route = this.routes.get(name);
    if (!route) throw new TypeError('Failed to fetch');
    const body = typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined;
    const headers = init.headers as Record<string, string>;
    const [status, answer] = await route({ body, headers, url: at });
    const text = answer === undefined ? '' : JSON.stringify(answer);
    const ok = status < 400;
    const said = { get: () => new Date(this.nowMs).toUTCString() };
    return { status, ok, headers: said, text: () => Promise.resolve(text) } as unknown as Response;
  }

  read(key: string): string | null {
    return this.tabs.storage.get(key) ?? null;
  }

  write(key: string, value: string | null): void {
    if (value === null) this.tabs.storage.delete(key);
    else this.tabs.storage.set(key, value);
  }

  /** Whose copies were to be forgotten. */
  readonly forgotten: string[] = [];

  forgetCopies(userId: string): void {
    this.forgotten.push(userId);
  }

  forgetTraces(): void {
    this.hasTraces = false;
  }

  locked<T>(_name: string, run: () => Promise<T>): Promise<T> {
    return this.tabs.locked(run);
  }

  channel(): TabChannel {
    return {
      post: (message) => {
        for (const { tab, hear } of this.tabs.listeners) if (tab !== this) hear(message);
      },
      listen: (hear) => void this.tabs.listeners.add({ tab: this, hear }),
    };
  }

  reload(): void {
    this.reloads++;
  }

  leave(): void {
    this.departures++;
  }
}

/** The body of a refusal. */
export function aProblem(code: ProblemCode, status: number, params: object = {}): [number, object] {
  return [status, { type: `/problems/${code}`, title: code, status, code, params }];
}

/** The body of a log-in. */
export function aSignIn(user: Profile, accessToken: string, expiresIn = 900): SignedInBody {
  return { user, accessToken, expiresIn };
}

/** For tests of pages: somebody is signed in, and no server is asked. */
export function aSession(
  user: Profile | null,
): Pick<Session, 'state' | 'user' | 'isSignedIn' | 'isNew' | 'start'> {
  const state = signal<SessionState>(user ? 'signed-in' : 'signed-out');
  return {
    state,
    user: signal(user),
    isSignedIn: signal(user !== null),
    isNew: signal(false),
    start: () => Promise.resolve(),
  };
}
