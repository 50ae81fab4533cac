import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import type { ChatId } from '@app/contracts';
import type { TrayNews } from '../../data-access/kept-trays';
import { FakeChatStore, provideFakes } from '../testing/fake-chat-store';
import { AttachmentTray } from './attachment-tray';
import { asOffered, Attachments } from './attachments';
import { localAddresses } from './testing/local-addresses';
import { AttachmentTrayHarness } from './testing/tray-harness';

const aFile = (name: string, bytes = 4, type = 'text/plain') =>
  new File(['x'.repeat(bytes)], name, { type });

async function aTray(files: readonly File[]) {
  const addresses = localAddresses();
  const store = new FakeChatStore();
  store.chatId.set('c1' as ChatId);
  TestBed.configureTestingModule({ providers: [provideFakes(store)] });
  const attachments = TestBed.inject(Attachments);
  attachments.add(asOffered(files));
  const fixture = TestBed.createComponent(AttachmentTray);
  document.body.append(fixture.nativeElement as Node);
  const left: 1[] = [];
  fixture.componentInstance.emptied.subscribe(() => left.push(1));
  const loader = TestbedHarnessEnvironment;
  const tray = await loader.harnessForFixture(fixture, AttachmentTrayHarness);
  const names = () => attachments.take().map(({ name }) => name);
  return { store, attachments, tray, fixture, left, addresses, names };
}

describe('AttachmentTray', () => {
  it('has a name, and says of each file what it is', async () => {
    const { tray } = await aTray([aFile('notes.pdf', 1200, 'application/pdf')]);
    expect(await tray.getName()).toBe('Files to send');
    expect(await tray.getLines()).toEqual(['notes.pdf: 1.2 kB']);
    expect(await tray.getButtons()).toEqual(['Remove notes.pdf']);
  });

  it('says why one cannot be sent, and sends the others', async () => {
    const { tray, store, attachments, names } = await aTray([aFile('a', 9), aFile('b', 0)]);
    attachments.add([{ file: aFile('pictures', 9), isFolder: true }]);
    store.maxFileBytes.set(8);
    attachments.add(asOffered([aFile('c', 8)]));
    expect(await tray.getLines()).toEqual([
      expect.stringContaining('Too large: 8 bytes at most'),
      expect.stringContaining('This file is empty'),
      expect.stringContaining('Folders cannot be sent'),
      expect.stringContaining('8 bytes'),
    ]);
    expect([names(), await tray.getLines()]).toEqual([['c'], []]);
  });

  it('keeps those beyond twenty for the next message', async () => {
    const files = Array.from({ length: 22 }, (_, n) => aFile(`f${n}`));
    const { tray, names } = await aTray(files);
    expect((await tray.getLines())[20]).toContain('20 at a time: send it after these');
    expect(names()).toHaveLength(20);
    expect([names(), names()]).toEqual([['f20', 'f21'], []]);
  });

  it('moves the focus on when one is taken away, and at last to where one writes', async () => {
    const { tray, left } = await aTray([aFile('a'), aFile('b')]);
    await tray.press('Remove b');
    expect(await tray.getFocused()).toBe('Remove a');
    await tray.press('Remove a');
    expect([await tray.getLines(), left]).toEqual([[], [1]]);
  });

  it('shows pictures, and takes back their addresses', async () => {
    const { tray, attachments, addresses } = await aTray([aFile('a.png', 4, 'image/png')]);
    expect([await tray.countPictures(), addresses.length]).toEqual([1, 1]);
    await tray.tell(0, 'load');
    attachments.take();
    expect([await tray.countPictures(), addresses.length]).toEqual([0, 0]);
  });

  it('shows what the browser cannot draw as a file like others', async () => {
    const { tray } = await aTray([aFile('a.heic', 4, 'image/heic')]);
    await tray.tell(0, 'error');
    expect(await tray.getLines()).toEqual(['a.heic: 4 bytes']);
  });

  it('keeps the files of each chat apart', async () => {
    const { tray, store } = await aTray([aFile('a')]);
    store.chatId.set('c2' as ChatId);
    expect(await tray.getLines()).toEqual([]);
    store.chatId.set('c1' as ChatId);
    expect(await tray.getLines()).toHaveLength(1);
  });

  it('has what an earlier visit left, in every chat, and what other tabs add and take away', async () => {
    const { tray, store, addresses } = await aTray([]);
    const [[tell]] = store.callsOf('followTrays') as [[(news: TrayNews) => void]];
    const kept = (key: string, name: string) => ({ key, content: aFile(name) });
    tell({ added: [kept('c1/2', 'b'), kept('c2/1', 'other'), kept('c1/1', 'a')] });
    expect(await tray.getLines()).toEqual(['a: 4 bytes', 'b: 4 bytes']);
    tell({ added: [kept('c1/3', 'c')], removed: ['c1/1'] });
    expect(await tray.getLines()).toEqual(['b: 4 bytes', 'c: 4 bytes']);
    store.chatId.set('c2' as ChatId);
    expect([await tray.getLines(), addresses]).toEqual([['other: 4 bytes'], []]);
  });

  it('keeps what is chosen, until it is sent or taken away', async () => {
    const { tray, attachments, store } = await aTray([aFile('a'), aFile('b'), aFile('c', 0)]);
    attachments.add([{ file: aFile('pictures', 9), isFolder: true }]);
    const names = (store.callsOf('keepFiles') as [{ content: File }[]][]).map(([files]) =>
      files.map(({ content }) => content.name),
    );
    expect(names).toEqual([['a', 'b', 'c'], []]);
    await tray.press('Remove a');
    attachments.take();
    expect(store.callsOf('forgetFiles')).toEqual([[['c1/1']], [['c1/2', 'c1/3', 'c1/4']]]);
  });
});
