import { TestBed } from '@angular/core/testing';
import type { ChatId } from '@app/contracts';
import type { ContentStorage } from '@app/web-realtime';
import { MemoryContentStorage } from '@app/web-realtime/live';
import { Session } from '@app/web-session';
import { NOW } from '../clock';
import { ada, NOON } from '../chats/testing/builders';
import { ChatClient } from './chat-client';
import { KeptTrays, TRAY_STORAGE, type TrayNews } from './kept-trays';

const c1 = 'c1' as ChatId;
const DAY_MS = 24 * 3_600_000;

class FakeChannel extends EventTarget {
  static readonly open = new Set<FakeChannel>();

  constructor(readonly name: string) {
    super();
    FakeChannel.open.add(this);
  }

  postMessage(data: unknown): void {
    for (const other of FakeChannel.open)
      if (other !== this && other.name === this.name)
        other.dispatchEvent(new MessageEvent('message', { data }));
  }

  close(): void {
    FakeChannel.open.delete(this);
  }
}

interface Local {
  unsentCount(): number;
  forget(): Promise<void>;
}

/** `storage`: null where a browser keeps nothing. */
interface World {
  readonly storage?: ContentStorage | null;
  readonly now?: Date;
}

/** A tab that is open beside the others, and what it was told. */
async function aTab(world: World = {}) {
  const { trays, storage, local } = aVisit(world);
  const news: string[] = [];
  await trays.follow(({ added = [], removed = [] }: TrayNews) => {
    news.push(
      ...added.map(({ content }) => `+${content.name}`),
      ...removed.map((key) => `-${key}`),
    );
  });
  const add = (name: string, content = new File([name], name)) => {
    const key = trays.keyFor(c1);
    trays.add([{ key, content }]);
    return key;
  };
  return { trays, news, add, storage, local };
}

/** One in which no composer was opened yet. */
function aVisit({ storage = new MemoryContentStorage(), now = NOON }: World) {
  TestBed.resetTestingModule();
  const local: Local[] = [];
  const open = () => (storage ? Promise.resolve(storage) : Promise.reject(new Error('off')));
  TestBed.configureTestingModule({
    teardown: { destroyAfterEach: false },
    providers: [
      { provide: ChatClient, useValue: { me: ada } },
      { provide: NOW, useValue: () => now },
      { provide: TRAY_STORAGE, useValue: open },
      { provide: Session, useValue: { keeps: (data: Local) => local.push(data) } },
    ],
  });
  return { trays: TestBed.inject(KeptTrays), storage: storage!, local: local[0]! };
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}

describe('KeptTrays', () => {
  beforeEach(() => Object.assign(globalThis, { BroadcastChannel: FakeChannel }));
  afterEach(() => {
    FakeChannel.open.clear();
    Reflect.deleteProperty(globalThis, 'BroadcastChannel');
  });

  it('has after a reload what was chosen before, in its order', async () => {
    const { add, storage } = await aTab();
    for (const name of ['b', 'a', 'c']) add(name);
    await settled();
    expect((await aTab({ storage })).news).toEqual(['+b', '+a', '+c']);
  });

  it('has nothing of what was sent, or taken away', async () => {
    const { trays, add, storage } = await aTab();
    const [gone] = [add('a'), add('b')];
    trays.remove([gone]);
    await settled();
    expect((await aTab({ storage })).news).toEqual(['+b']);
  });

  it('tells other tabs, which forget it with this one', async () => {
    const one = await aTab();
    const two = await aTab({ storage: one.storage });
    const key = one.add('a');
    expect([two.news, two.local.unsentCount()]).toEqual([['+a'], 1]);
    two.trays.remove([key]);
    await settled();
    expect([one.news, one.local.unsentCount()]).toEqual([[`-${key}`], 0]);
    expect(await one.storage.keys()).toEqual([]);
  });

  it('keeps no more than there is room for', async () => {
    const { add, storage } = await aTab();
    const large = new File(['x'], 'large');
    Object.defineProperty(large, 'size', { value: 300_000_000 });
    add('large', large);
    await settled();
    expect(await storage.keys()).toEqual([]);
  });

  it('works as long as the page where a browser keeps nothing', async () => {
    const { add, news, local } = await aTab({ storage: null });
    add('a');
    await settled();
    expect([news, local.unsentCount()]).toEqual([[], 1]);
  });

  it('forgets what nobody came back for, and all when the person leaves', async () => {
    const { add, storage } = await aTab();
    add('old');
    await settled();
    const later = await aTab({ storage, now: new Date(NOON.getTime() + 31 * DAY_MS) });
    expect([later.news, await storage.keys()]).toEqual([[], []]);
    later.add('new');
    await settled();
    await later.local.forget();
    expect([later.local.unsentCount(), await storage.keys()]).toEqual([0, []]);
  });

  it('counts, and forgets, what was left where no composer was opened since', async () => {
    const { add, storage } = await aTab();
    add('a');
    await settled();
    const { trays, local } = aVisit({ storage });
    await trays.look();
    expect(local.unsentCount()).toBe(1);
    await local.forget();
    expect([local.unsentCount(), await storage.keys()]).toEqual([0, []]);
  });
});
