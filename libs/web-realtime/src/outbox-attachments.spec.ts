import { MOST_KEPT } from './outbox-contents';
import { MemoryContentStorage, type ChosenFile } from './outbox-files';
import { reconnectDelay } from './reconnect-delay';
import { FakeChatServer, FakeUploads } from './testing';
import { aServer, aTab, c1, me, twoTabs } from './testing/outbox-world';

const file = (name: string): ChosenFile => ({ name, type: 'text/plain', content: aContent(name) });

/** As long as its name; of more bytes only by what it says of itself. */
function aContent(text: string, size = text.length): Blob {
  const bytes = { arrayBuffer: () => Promise.resolve(new ArrayBuffer(1)) };
  return { size, slice: () => bytes } as unknown as Blob;
}

const states = ({ outbox }: Pick<Awaited<ReturnType<typeof aTab>>, 'outbox'>) =>
  outbox
    .entries()
    .flatMap(({ files = [] }) => files.map((f) => `${f.name}: ${f.code ?? f.fileId}`));

async function lastSendLost() {
  const world = aServer();
  const tab = await aTab(world);
  const release = world.server.holdAcks();
  const arrival = world.server.nextArrival();
  const added = tab.outbox.add(c1, 'look', { files: [file('a')] });
  await arrival;
  world.server.goOffline();
  release();
  await added;
  return { ...world, ...tab };
}

describe('files in the outbox', () => {
  afterEach(() => jest.useRealTimers());

  it('uploads them in their order, then sends them with the text as one message', async () => {
    const world = aServer();
    const { outbox, waiting } = await aTab(world);
    await outbox.add(c1, 'both', { files: [file('a'), file('b')] });
    expect([world.uploads.arrived, world.shown(), waiting()]).toEqual([
      ['a', 'b'],
      ['both [a + b]'],
      [],
    ]);
  });

  it('sends what was written after them after them', async () => {
    const world = aServer();
    const { outbox } = await aTab(world);
    const release = world.uploads.hold();
    const begun = world.uploads.nextBegin();
    const added = [outbox.add(c1, 'first', { files: [file('a')] }), outbox.add(c1, 'second')];
    await begun;
    expect(world.server.received).toEqual([]);
    release();
    await Promise.all(added);
    expect(world.shown()).toEqual(['first [a]', 'second']);
  });

  it('sends what was said as that, in its order, over a reload as well', async () => {
    const world = aServer();
    const before = await aTab({ server: new FakeChatServer(me, world.chats) });
    world.server.goOffline();
    await before.outbox.add(c1, 'one');
    await before.outbox.add(c1, '', { files: [file('voice')], isVoice: true });
    await before.outbox.add(c1, 'three');
    const { outbox } = await aTab(world, before.storage, undefined, before.contents);
    world.server.goOnline();
    await outbox.flush();
    expect(world.server.received.map(({ text, isVoice }) => [text, isVoice])).toEqual([
      ['one', undefined],
      ['', true],
      ['three', undefined],
    ]);
  });

  it('keeps them offline and over a reload, and sends them once', async () => {
    const world = aServer();
    const cutOff = new FakeChatServer(me, world.chats);
    cutOff.goOnline();
    const before = await aTab({ server: cutOff });
    cutOff.goOffline();
    world.server.goOffline();
    await before.outbox.add(c1, '', { files: [file('a')] });
    await before.outbox.add(c1, 'then');
    expect(world.uploads.begun).toEqual([]);
    const after = await aTab(world, before.storage, undefined, before.contents);
    world.server.goOnline();
    await after.outbox.flush();
    expect([world.shown(), world.uploads.begun]).toEqual([[' [a]', 'then'], ['a']]);
    expect([await after.storage.load(), await after.contents.keys()]).toEqual([[], []]);
  });

  it('uploads nothing again of a message whose ack was lost', async () => {
    const { server, outbox, uploads, shown, waiting } = await lastSendLost();
    server.goOnline();
    await outbox.flush();
    expect([shown(), uploads.begun, waiting()]).toEqual([['look [a]'], ['a'], []]);
  });

  it('edits a text that was rewritten after its ack was lost, with its files', async () => {
    const { server, outbox, shown } = await lastSendLost();
    await outbox.rewrite(outbox.entries()[0]!.clientMsgId, 'see');
    server.goOnline();
    await outbox.flush();
    expect(shown()).toEqual(['see [a]']);
  });

  it('uploads only what is not there yet when a connection was lost between two', async () => {
    jest.useFakeTimers();
    const world = aServer();
    const { outbox } = await aTab(world);
    world.uploads.lose('b');
    await outbox.add(c1, 'both', { files: [file('a'), file('b')] });
    expect(world.uploads.arrived).toEqual(['a']);
    await jest.advanceTimersByTimeAsync(reconnectDelay(1, () => 1));
    expect([world.uploads.begun, world.shown()]).toEqual([['a', 'b', 'b'], ['both [a + b]']]);
  });

  it('waits as long as a limit of uploads says', async () => {
    jest.useFakeTimers();
    const world = aServer();
    const { outbox, waiting } = await aTab(world);
    world.uploads.refuse('a', 'rate_limited', { retryAfterMs: 7000 });
    await outbox.add(c1, 'one', { files: [file('a')] });
    world.uploads.acceptAgain('a');
    await jest.advanceTimersByTimeAsync(6999);
    expect(waiting()).toEqual(['one: queued']);
    await jest.advanceTimersByTimeAsync(1);
    expect(world.shown()).toEqual(['one [a]']);
  });

  it('sets a message aside of which a file is refused, and goes on with the rest', async () => {
    const world = aServer();
    const tab = await aTab(world);
    world.uploads.refuse('bad', 'unsupported_media_type');
    const files = [file('good'), file('bad')];
    await Promise.all([tab.outbox.add(c1, 'one', { files }), tab.outbox.add(c1, 'two')]);
    expect([world.shown(), tab.waiting()]).toEqual([['two'], ['one: failed']]);
    expect(states(tab)).toEqual(['good: f1', 'bad: unsupported_media_type']);
    expect(tab.outbox.entries()[0]!.code).toBe('unsupported_media_type');
  });

  it('sends the rest once the refused one is taken away', async () => {
    const world = aServer();
    const { outbox, contents, waiting } = await aTab(world);
    world.uploads.refuse('bad', 'payload_too_large');
    await outbox.add(c1, 'one', { files: [file('bad'), file('good')] });
    const { clientMsgId, files } = outbox.entries()[0]!;
    await outbox.removeFile(clientMsgId, files![0]!.key);
    expect([world.shown(), waiting(), await contents.keys()]).toEqual([['one [good]'], [], []]);
  });

  it('asks the person again as long as another one is refused', async () => {
    const world = aServer();
    const tab = await aTab(world);
    for (const name of ['bad', 'worse']) world.uploads.refuse(name, 'quota_exceeded');
    await tab.outbox.add(c1, 'one', { files: [file('bad'), file('worse')] });
    const { clientMsgId, files } = tab.outbox.entries()[0]!;
    await tab.outbox.removeFile(clientMsgId, files![0]!.key);
    expect([world.shown(), tab.waiting()]).toEqual([[], ['one: failed']]);
    expect(states(tab)).toEqual(['worse: quota_exceeded']);
  });

  it('tries a refused one again when the person says so', async () => {
    const world = aServer();
    const { outbox } = await aTab(world);
    world.uploads.refuse('a', 'storage_full');
    await outbox.add(c1, 'one', { files: [file('a')] });
    world.uploads.acceptAgain('a');
    await outbox.retry(outbox.entries()[0]!.clientMsgId);
    expect(world.shown()).toEqual(['one [a]']);
  });

  it('forgets a message without a text with its only file', async () => {
    const world = aServer();
    const { outbox, storage } = await aTab(world);
    world.uploads.refuse('bad', 'forbidden');
    await outbox.add(c1, '', { files: [file('bad')] });
    const { clientMsgId, files } = outbox.entries()[0]!;
    await outbox.removeFile(clientMsgId, files![0]!.key);
    expect([outbox.entries(), await storage.load()]).toEqual([[], []]);
  });

  it('ends the upload of a file that is taken away, and sends the rest', async () => {
    const world = aServer();
    const { outbox } = await aTab(world);
    const release = world.uploads.hold();
    const begun = world.uploads.nextBegin();
    const added = outbox.add(c1, 'one', { files: [file('a'), file('b')] });
    await begun;
    const { clientMsgId, files } = outbox.entries()[0]!;
    const removed = outbox.removeFile(clientMsgId, files![0]!.key);
    release();
    await Promise.all([added, removed]);
    expect([world.uploads.arrived, world.shown()]).toEqual([['b'], ['one [b]']]);
  });

  it('takes nothing out of a message that may be on its way', async () => {
    const { server, outbox, shown } = await lastSendLost();
    const { clientMsgId, files } = outbox.entries()[0]!;
    await outbox.removeFile(clientMsgId, files![0]!.key);
    server.goOnline();
    await outbox.flush();
    expect(shown()).toEqual(['look [a]']);
  });

  it('ends the upload of what is discarded, and goes on', async () => {
    const world = aServer();
    const { outbox, contents } = await aTab(world);
    world.uploads.hold();
    const begun = world.uploads.nextBegin();
    const added = outbox.add(c1, 'one', { files: [file('a')] });
    const next = outbox.add(c1, 'two');
    await begun;
    await outbox.discard(outbox.entries()[0]!.clientMsgId);
    await Promise.all([added, next]);
    expect([world.shown(), await contents.keys()]).toEqual([['two'], []]);
  });

  it('sends the text as it was rewritten while a file was on its way', async () => {
    const world = aServer();
    const { outbox } = await aTab(world);
    const release = world.uploads.hold();
    const begun = world.uploads.nextBegin();
    const added = outbox.add(c1, 'one', { files: [file('a')] });
    await begun;
    const rewritten = outbox.rewrite(outbox.entries()[0]!.clientMsgId, 'better');
    release();
    await Promise.all([added, rewritten]);
    expect([world.shown(), world.versions()]).toEqual([['better [a]'], [1]]);
  });

  it('lets one wait, with all that comes after it, until it shall go on', async () => {
    const world = aServer();
    const { outbox, waiting } = await aTab(world);
    const release = world.uploads.hold();
    const begun = world.uploads.nextBegin();
    const added = [outbox.add(c1, 'one', { files: [file('a')] }), outbox.add(c1, 'two')];
    await begun;
    const { clientMsgId, files } = outbox.entries()[0]!;
    await outbox.pause(clientMsgId, files![0]!.key, true);
    release();
    await Promise.all(added);
    await outbox.flush();
    expect([world.shown(), waiting()]).toEqual([[], ['one: queued', 'two: queued']]);
    await outbox.pause(clientMsgId, files![0]!.key, false);
    expect(world.shown()).toEqual(['one [a]', 'two']);
  });

  it('uploads again, once, what the server has swept meanwhile', async () => {
    const { server, uploads, outbox, shown, waiting } = await sweptBeforeSending();
    server.goOnline();
    await outbox.flush();
    expect([uploads.begun, shown(), waiting()]).toEqual([['a', 'a'], ['look [a]'], []]);
  });

  it('gives up where it is swept again, and begins anew when the person says so', async () => {
    const { server, uploads, outbox, shown, waiting } = await sweptBeforeSending();
    server.refuse('look', 'gone');
    server.goOnline();
    await outbox.flush();
    expect([uploads.begun, waiting()]).toEqual([['a', 'a'], ['look: failed']]);
    server.acceptAgain('look');
    server.files.clear();
    await outbox.retry(outbox.entries()[0]!.clientMsgId);
    expect(shown()).toEqual(['look [a]']);
  });

  it('goes on after a reload where an upload was broken off', async () => {
    const world = aServer();
    world.uploads.isResumable = true;
    const before = await aTab(world);
    world.uploads.hold();
    const begun = world.uploads.nextBegin();
    void before.outbox.add(c1, 'one', { files: [file('a')] });
    await begun;
    before.tab.close();
    const uploads = new FakeUploads(world.server);
    const after = await aTab({ ...world, uploads }, before.storage, undefined, before.contents);
    expect([uploads.begun, world.shown(), after.waiting()]).toEqual([['a at /a'], ['one [a]'], []]);
  });

  it('gives up on the server what has arrived of a file that is taken away, or of a message', async () => {
    const world = aServer();
    world.uploads.isResumable = true;
    const { outbox } = await aTab(world);
    world.uploads.hold();
    const begun = world.uploads.nextBegin();
    const added = outbox.add(c1, 'one', { files: [file('a'), file('b')] });
    await begun;
    const { clientMsgId, files } = outbox.entries()[0]!;
    const next = world.uploads.nextBegin();
    const removed = outbox.removeFile(clientMsgId, files![0]!.key);
    await next;
    await outbox.discard(clientMsgId);
    await Promise.all([added, removed]);
    expect([world.uploads.givenUp.sort(), world.shown()]).toEqual([['/a', '/b'], []]);
  });

  it('says so when nobody has the content any more', async () => {
    const world = aServer();
    const before = await aTab(world);
    world.server.goOffline();
    await before.outbox.add(c1, 'one', { files: [file('a')] });
    const after = await aTab(world, before.storage);
    world.server.goOnline();
    await after.outbox.flush();
    expect([states(after), after.waiting()]).toEqual([['a: file_lost'], ['one: failed']]);
  });

  it('keeps as many bytes as it may, and marks what stays only as long as the page', async () => {
    const world = aServer();
    const { outbox, contents } = await aTab(world);
    world.server.goOffline();
    const big = (name: string) => ({ ...file(name), content: aContent(name, 0.6 * MOST_KEPT) });
    await outbox.add(c1, 'one', { files: [big('a')] });
    await outbox.add(c1, 'two', { files: [big('b'), file('c')] });
    const marks = outbox.entries().flatMap(({ files }) => files!.map((f) => f.isUnkept ?? false));
    expect([marks, (await contents.keys()).length]).toEqual([[false, true, false], 2]);
    world.server.goOnline();
    await outbox.flush();
    expect(world.shown()).toEqual(['one [a]', 'two [b + c]']);
  });

  it('sends what the browser has no room for as long as the page is open', async () => {
    const info = jest.spyOn(console, 'info').mockImplementation(() => undefined);
    const world = aServer();
    const contents = new MemoryContentStorage();
    jest.spyOn(contents, 'put').mockRejectedValue(new Error('QuotaExceededError'));
    const { outbox } = await aTab(world, undefined, undefined, contents);
    world.server.goOffline();
    await outbox.add(c1, 'one', { files: [file('a')] });
    expect(outbox.entries()[0]!.files![0]!.isUnkept).toBe(true);
    world.server.goOnline();
    await outbox.flush();
    expect(world.shown()).toEqual(['one [a]']);
    info.mockRestore();
  });

  it('sweeps contents whose message is no more', async () => {
    const contents = new MemoryContentStorage();
    await contents.put('k0/0', aContent('left over'));
    await aTab(aServer(), undefined, undefined, contents);
    expect(await contents.keys()).toEqual([]);
  });

  it('uploads by the tab that leads what was chosen in another, which sees how far it is', async () => {
    const { one, two, formerly, now } = await twoTabs();
    const release = formerly.uploads.hold();
    const begun = formerly.uploads.nextBegin();
    const added = two.outbox.add(c1, 'one', { files: [file('even')] });
    await begun;
    expect([...two.outbox.progress().values()]).toEqual([2]);
    release();
    await added;
    await one.outbox.flush();
    expect([formerly.shown(), now.uploads.begun, two.waiting()]).toEqual([['one [even]'], [], []]);
    expect(two.outbox.progress().size).toBe(0);
  });

  it('has an upload ended by another tab, and goes on in it when it takes over', async () => {
    const { one, two, formerly, now } = await twoTabs();
    formerly.uploads.hold();
    const begun = formerly.uploads.nextBegin();
    const added = one.outbox.add(c1, 'one', { files: [file('a'), file('b')] });
    await begun;
    const { clientMsgId, files } = two.outbox.entries()[0]!;
    await two.outbox.removeFile(clientMsgId, files![0]!.key);
    two.tab.takeOver();
    await added;
    await two.outbox.flush();
    expect([formerly.uploads.arrived, now.uploads.arrived]).toEqual([[], ['b']]);
    expect([formerly.shown(), one.waiting()]).toEqual([['one [b]'], []]);
  });
});

/** Its file is uploaded, it is not sent, and the server has forgotten the file. */
async function sweptBeforeSending() {
  const world = aServer();
  const tab = await aTab(world);
  const release = world.uploads.hold();
  const begun = world.uploads.nextBegin();
  const added = tab.outbox.add(c1, 'look', { files: [file('a')] });
  await begun;
  world.server.goOffline();
  release();
  await added;
  world.server.files.clear();
  return { ...world, ...tab };
}
