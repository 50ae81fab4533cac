import { TestBed } from '@angular/core/testing';
import { signal } from '@angular/core';
import { FileId, type FileLink, type MessageFile } from '@app/contracts';
import { Dialogs } from '@app/web-ui';
import { ChatWiring } from '../../data-access/chat-wiring';
import { FileLinks } from '../../data-access/file-links';
import { OwnPictures } from '../attaching/own-pictures';
import { localAddresses } from '../attaching/testing/local-addresses';
import { MessageFiles } from './message-files';
import { Playback } from './playback';

const picture: MessageFile = {
  id: FileId.parse('f1'),
  name: 'dusk.jpg',
  mime: 'image/jpeg',
  size: 1_234_000,
  width: 1600,
  height: 1000,
};
const paper = { id: FileId.parse('f2'), name: 'notes.pdf', mime: 'application/pdf', size: 900 };
const said = { id: FileId.parse('f3'), name: 'voice.webm', mime: 'video/webm', size: 900 };

const aLink = ({ id }: MessageFile, about: Partial<FileLink> = {}): FileLink => ({
  id,
  url: `/api/files/${id}?signature=s`,
  expiresAt: '2026-03-02T12:00:00.000Z',
  preview: 'ready',
  previews: [],
  ...about,
});
const previews = [
  { size: 320, url: '/small' },
  { size: 1280, url: '/large' },
] as const;

/** The files of a message, of which these links are known. */
async function shown(
  files: readonly MessageFile[],
  links: readonly FileLink[],
  { isVoice = false, gone = [] as readonly FileId[] } = {},
) {
  const wanted: FileId[] = [];
  const opened: unknown[] = [];
  const known = signal(new Map(links.map((link) => [link.id, link])));
  TestBed.configureTestingModule({
    providers: [
      {
        provide: FileLinks,
        useValue: {
          of: (id: FileId) => (gone.includes(id) ? null : known().get(id)),
          want: (ids: Iterable<FileId>) => wanted.push(...ids),
          renew: (id: FileId) => wanted.push(id),
        },
      },
      {
        provide: ChatWiring,
        useValue: { rest: { request: () => Promise.resolve({ points: [] }) } },
      },
      {
        provide: Playback,
        useValue: {
          soundId: signal(null),
          isPlaying: signal(false),
          isRefused: signal(false),
          nowMs: signal(0),
          speed: signal(1),
        },
      },
      {
        provide: Dialogs,
        useValue: { open: (_: unknown, { data }: { data: unknown }) => opened.push(data) },
      },
    ],
  });
  const fixture = TestBed.createComponent(MessageFiles);
  fixture.componentRef.setInput('files', files);
  fixture.componentRef.setInput('isVoice', isVoice);
  await fixture.whenStable();
  const host = fixture.nativeElement as HTMLElement;
  return { host, wanted, opened, known, fixture };
}

describe('MessageFiles', () => {
  it('keeps the room of a picture before anything is known of it', async () => {
    const { host, wanted } = await shown([picture], []);
    const button = host.querySelector<HTMLElement>('button.visual')!;
    expect(button.style.inlineSize).toBe('360px');
    expect(button.getAttribute('aria-label')).toBe('Open dusk.jpg');
    expect([host.querySelector('img'), wanted]).toEqual([null, ['f1']]);
  });

  it('shows it by its previews, and asks anew when one does not come', async () => {
    const { host, wanted } = await shown([picture], [aLink(picture, { previews: [...previews] })]);
    const image = host.querySelector('img')!;
    expect(image.getAttribute('srcset')).toBe('/small 320w, /large 1280w');
    image.dispatchEvent(new Event('error'));
    expect(wanted).toEqual(['f1', 'f1']);
  });

  it('opens what can be looked at, among the others of its message', async () => {
    const links = [
      aLink(picture, { previews: [...previews] }),
      aLink(paper, { previews: [...previews], details: { pages: 14 } }),
    ];
    const { host, opened } = await shown([picture, said, paper], links);
    expect(host.querySelector('app-file-card')!.textContent).toMatch(/14 pages · 900 bytes/);
    host.querySelector<HTMLElement>('[aria-label="Open notes.pdf"]')!.click();
    expect(opened).toEqual([{ files: [picture, said, paper], start: 2 }]);
  });

  it('lets one save what cannot be looked at', async () => {
    const archive = { ...paper, name: 'all.zip', mime: 'application/zip' };
    const { host } = await shown([archive], [aLink(archive, { preview: 'none' })]);
    const link = host.querySelector('a')!;
    expect(link.getAttribute('href')).toBe('/api/files/f2?signature=s&download=true');
    expect([link.getAttribute('download'), link.className]).toEqual(['all.zip', 'whole']);
    expect(host.querySelector('button')).toBeNull();
  });

  it('shows a picture that nobody could draw as a file', async () => {
    const { host } = await shown([picture], [aLink(picture, { preview: 'failed' })]);
    expect(host.querySelector('app-file-card')!.textContent).toContain('JPG');
  });

  it('says that a file is gone', async () => {
    const { host } = await shown([picture], [], { gone: [picture.id] });
    expect(host.textContent).toContain('This file is not here any more.');
    expect(host.querySelectorAll('a, button')).toHaveLength(0);
  });

  it('plays what was said, whatever a recorder calls it', async () => {
    const { host } = await shown([said], [], { isVoice: true });
    expect(host.querySelector('[aria-label="Play Voice message"]')).not.toBeNull();
  });

  it('plays a film without pictures as a sound', async () => {
    const link = aLink(said, { details: { durationMs: 42_000, hasWaveform: true } });
    const { host } = await shown([said], [link]);
    expect(host.querySelector('app-sound-player')!.textContent).toContain('0:00 / 0:42');
  });

  it('goes on showing what was sent from here, in the room that it had on its way', async () => {
    const addresses = localAddresses();
    const { width: _, height: __, ...sent } = picture;
    const { host, known, fixture } = await shown([sent], []);
    const content = new Blob(['x']);
    TestBed.inject(OwnPictures).keep(picture.id, { content, width: 200, height: 100 });
    await fixture.whenStable();
    const look = () => [
      host.querySelector<HTMLElement>('.visual')!.style.inlineSize,
      host.querySelector('img')!.getAttribute('src'),
    ];
    expect(look()).toEqual(['200px', addresses[0]]);
    known.set(new Map([[picture.id, aLink(picture, { previews: [...previews] })]]));
    await fixture.whenStable();
    expect(look()).toEqual(['200px', addresses[0]]);
  });
});
