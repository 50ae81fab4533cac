import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import type { FileId } from '@app/contracts';
import type { OutboxFile } from '@app/web-realtime';
import type { PendingEntry } from '../../data-access/chat-views';
import { anEntry } from '../testing/builders';
import { FakeChatStore, provideFakes } from '../testing/fake-chat-store';
import { OwnPictures } from './own-pictures';
import { localAddresses } from './testing/local-addresses';
import { WaitingFilesHarness } from './testing/tray-harness';
import { WaitingFiles } from './waiting-files';

const aFile = (about: Partial<OutboxFile> = {}): OutboxFile => ({
  ...{ key: 'p1/0', name: 'a.pdf', type: 'application/pdf', size: 10_000_000 },
  ...about,
});

async function waiting(
  files: readonly OutboxFile[],
  text = 'Look',
  about: Pick<PendingEntry, 'isVoice'> = {},
) {
  const addresses = localAddresses();
  const store = new FakeChatStore();
  store.answer = new Blob(['x']);
  TestBed.configureTestingModule({ providers: [provideFakes(store)] });
  const fixture = TestBed.createComponent(WaitingFiles);
  fixture.componentRef.setInput('entry', anEntry({ files, text, ...about }));
  const shown = await TestbedHarnessEnvironment.harnessForFixture(fixture, WaitingFilesHarness);
  return { store, shown, fixture, addresses };
}

describe('WaitingFiles', () => {
  it('says of each how far it is', async () => {
    const { store, shown } = await waiting([
      aFile({ fileId: 'f1' as FileId }),
      aFile({ key: 'p1/1' }),
      aFile({ key: 'p1/2' }),
      aFile({ key: 'p1/3', isPaused: true }),
    ]);
    store.uploadProgress.set(new Map([['p1/1', 4_000_000]]));
    expect(await shown.getLines()).toEqual([
      'a.pdf: Uploaded · 10 MB',
      'a.pdf: 4 MB of 10 MB',
      'a.pdf: Waiting · 10 MB',
      'a.pdf: Paused · 10 MB',
    ]);
    expect(await shown.getProgress()).toEqual(['Upload of a.pdf: 40']);
  });

  it('offers to send without it, to let it wait, and to go on', async () => {
    const { store, shown } = await waiting([aFile()]);
    store.uploadProgress.set(new Map([['p1/0', 1]]));
    expect(await shown.getButtons()).toEqual(['Pause a.pdf', 'Send without a.pdf']);
    await shown.press('Pause a.pdf');
    await shown.press('Send without a.pdf');
    expect(store.callsOf('pauseFile')).toEqual([['p1', 'p1/0', true]]);
    expect(store.callsOf('removeFile')).toEqual([['p1', 'p1/0']]);
  });

  it('lets a paused one go on', async () => {
    const { store, shown } = await waiting([aFile({ isPaused: true })]);
    await shown.press('Resume a.pdf');
    expect(store.callsOf('pauseFile')).toEqual([['p1', 'p1/0', false]]);
  });

  it('lets small ones be: they are over soon', async () => {
    const { store, shown } = await waiting([aFile({ size: 10_000 })], '');
    store.uploadProgress.set(new Map([['p1/0', 1]]));
    expect(await shown.getButtons()).toEqual(['Remove a.pdf']);
  });

  it('takes nothing back of what is uploaded', async () => {
    const { shown } = await waiting([aFile({ fileId: 'f1' as FileId })]);
    expect(await shown.getButtons()).toEqual([]);
  });

  it('says why one is refused', async () => {
    const { shown } = await waiting([aFile({ code: 'quota_exceeded' })]);
    expect(await shown.getLines()).toEqual(['a.pdf: There is no room left for your files.']);
  });

  it('says of a voice message how long it is', async () => {
    const voice = aFile({ name: 'voice-1.webm', type: 'audio/webm', durationMs: 3100 });
    const { shown } = await waiting([voice], '', { isVoice: true });
    expect([await shown.getLines(), await shown.getButtons()]).toEqual([
      ['Voice message: Waiting · 0:03'],
      ['Remove Voice message'],
    ]);
  });

  it('says when one stays only as long as the page', async () => {
    const { fixture } = await waiting([aFile({ isUnkept: true })]);
    await fixture.whenStable();
    expect((fixture.nativeElement as HTMLElement).textContent).toContain(
      'Kept only while this page is open',
    );
  });

  it('shows a picture in the room that it has, as long as it is there', async () => {
    const { shown, fixture, addresses } = await waiting([
      aFile({ type: 'image/png', width: 720, height: 360 }),
    ]);
    await shown.getLines();
    await fixture.whenStable();
    const room = (fixture.nativeElement as HTMLElement).querySelector<HTMLElement>('.visual')!;
    expect([room.style.inlineSize || room.style.width, addresses.length]).toEqual(['360px', 1]);
    fixture.destroy();
    expect(addresses).toEqual([]);
  });

  it.each([
    ['a film', { type: 'video/mp4', name: 'a.mp4' }, 'visual'],
    ['a picture that the browser cannot draw', { type: 'image/heic', name: 'a.heic' }, 'visual'],
    ['a sound', { type: 'audio/mpeg', name: 'a.mp3' }, 'sound'],
    ['anything else', {}, 'card'],
  ])('gives %s the room that it will have', async (_, about, shape) => {
    const { fixture } = await waiting([aFile(about)]);
    await fixture.whenStable();
    const host = fixture.nativeElement as HTMLElement;
    host.querySelector('img')?.dispatchEvent(new Event('error'));
    await fixture.whenStable();
    const { classList } = host.querySelector('app-file-badge')!.parentElement!;
    expect(['visual', 'sound', 'card'].filter((one) => classList.contains(one))).toEqual([shape]);
  });

  it('hands a picture on to the message that it becomes', async () => {
    const about = { type: 'image/png', width: 720, height: 360 };
    const { fixture } = await waiting([aFile({ ...about, fileId: 'f1' as FileId })]);
    await fixture.whenStable();
    expect(TestBed.inject(OwnPictures).of('f1' as FileId)).toMatchObject({ width: 720 });
  });
});
