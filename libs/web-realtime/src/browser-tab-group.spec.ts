import { BrowserTabGroup } from './browser-tab-group';
import { FakeLocks } from './testing/fake-locks';

class FakeChannel extends EventTarget {
  static readonly open: FakeChannel[] = [];

  constructor(readonly name: string) {
    super();
    FakeChannel.open.push(this);
  }

  postMessage(data: unknown): void {
    for (const other of FakeChannel.open)
      if (other !== this && other.name === this.name)
        other.dispatchEvent(new MessageEvent('message', { data }));
  }

  close(): void {
    FakeChannel.open.splice(FakeChannel.open.indexOf(this), 1);
  }
}

let made = 0;

function aBrowser() {
  const locks = new FakeLocks();
  Object.defineProperty(navigator, 'locks', { value: locks, configurable: true });
  const name = `tabs-${++made}`;
  const open = () => {
    const tab = new BrowserTabGroup(name);
    const turns: boolean[] = [];
    tab.onLead((isLeading) => turns.push(isLeading));
    void tab.join();
    return { tab, turns };
  };
  return { open };
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}

describe('BrowserTabGroup', () => {
  beforeEach(() => {
    Object.assign(globalThis, { BroadcastChannel: FakeChannel });
    let ids = 0;
    Object.assign(crypto, { randomUUID: () => `id-${++ids}` });
  });
  afterEach(() => {
    Reflect.deleteProperty(globalThis, 'BroadcastChannel');
    Reflect.deleteProperty(navigator, 'locks');
  });

  it('lets one tab lead, and the next one when that closes', async () => {
    const { open } = aBrowser();
    const [one, two, three] = [open(), open(), open()];
    await settled();
    expect([one.turns, two.turns, three.turns]).toEqual([[true], [], []]);
    one.tab.close();
    await settled();
    expect([one.turns, two.turns, three.turns]).toEqual([[true, false], [true], []]);
    const late: boolean[] = [];
    two.tab.onLead((isLeading) => late.push(isLeading));
    expect(late).toEqual([true]);
  });

  it('gives it to one that takes over; the former leads again when that is gone', async () => {
    const { open } = aBrowser();
    const [one, two] = [open(), open()];
    await settled();
    two.tab.takeOver();
    await settled();
    expect([one.turns, two.turns]).toEqual([[true, false], [true]]);
    two.tab.takeOver();
    two.tab.close();
    await settled();
    expect([one.turns, two.turns]).toEqual([
      [true, false, true],
      [true, false],
    ]);
  });

  it('does not lead while the page sleeps', async () => {
    const { open } = aBrowser();
    const one = open();
    await settled();
    document.dispatchEvent(new Event('freeze'));
    await settled();
    expect(one.turns).toEqual([true, false]);
    document.dispatchEvent(new Event('resume'));
    await settled();
    expect(one.turns).toEqual([true, false, true]);
    one.tab.close();
  });

  it('tells others by topic, and of who is gone, once', async () => {
    const { open } = aBrowser();
    const [one, two] = [open(), open()];
    const heard: unknown[] = [];
    two.tab.listen('outbox', (message) => heard.push(message));
    one.tab.post('line', 'not for the outbox');
    one.tab.post('outbox', 'hello');
    let gone = 0;
    two.tab.onGone(one.tab.id, () => gone++);
    await settled();
    expect([heard, gone]).toEqual([['hello'], 0]);
    one.tab.close();
    one.tab.post('outbox', 'too late');
    await settled();
    expect([heard, gone]).toEqual([['hello'], 1]);
    two.tab.close();
  });

  it('leads alone in a browser that has no locks', () => {
    const { open } = aBrowser();
    Reflect.deleteProperty(navigator, 'locks');
    expect(open().turns).toEqual([true]);
  });
});
