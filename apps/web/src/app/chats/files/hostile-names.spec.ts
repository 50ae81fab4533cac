import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { FileId, type FileLink, type MessageFile } from '@app/contracts';
import { hostileTexts } from '@app/contracts/testing';
import { ChatWiring } from '../../data-access/chat-wiring';
import { FileLinks } from '../../data-access/file-links';
import { MessageFiles } from './message-files';
import { Playback } from './playback';

const ELEMENTS =
  /^(APP-(FILE-CARD|FILE-BADGE|SOUND-PLAYER|SOUND-WAVE)|UI-ICON|BUTTON|A|IMG|BDI|SPAN|SMALL)$/;
const ATTRIBUTES = new RegExp(
  '^(class|style|tabindex|type|role|aria-.*|data-(tip|icon|kind)|icon|kind|name|uiiconbutton|' +
    'disabled|alt|loading|decoding|sizes|src|srcset|href|download|_ng.*|ng-.*)$',
);

const shapes = ['image/png', 'video/mp4', 'audio/mpeg', 'application/pdf', 'application/zip'];

/** A file of each shape that is called so, with all that can be known of it. */
async function drawn(name: string): Promise<HTMLElement> {
  const files = shapes.map((mime, at): MessageFile => ({
    id: FileId.parse(`f${at}`),
    name,
    mime,
    size: 900,
  }));
  const of = (id: FileId): FileLink => ({
    ...{ id, url: `/api/files/${id}?signature=s`, expiresAt: '2026-03-02T12:00:00.000Z' },
    ...{ preview: 'ready', previews: id === 'f4' ? [] : [{ size: 320, url: '/small' }] },
  });
  const still = { isPlaying: signal(false), isRefused: signal(false), nowMs: signal(0) };
  TestBed.configureTestingModule({
    providers: [
      { provide: FileLinks, useValue: { of, want: () => undefined } },
      {
        provide: ChatWiring,
        useValue: { rest: { request: () => Promise.resolve({ points: [] }) } },
      },
      { provide: Playback, useValue: { soundId: signal(null), speed: signal(1), ...still } },
    ],
  });
  const fixture = TestBed.createComponent(MessageFiles);
  fixture.componentRef.setInput('files', files);
  await fixture.whenStable();
  return fixture.nativeElement as HTMLElement;
}

describe('hostile names of files', () => {
  it.each(hostileTexts)('%j is shown and does nothing', async (name) => {
    const page = await drawn(name);
    for (const element of page.querySelectorAll('*:not(ui-icon *, app-sound-wave *)')) {
      expect(element.tagName).toMatch(ELEMENTS);
      for (const attribute of element.attributes) expect(attribute.name).toMatch(ATTRIBUTES);
    }
    const links = [...page.querySelectorAll('a')];
    expect(links.map((link) => link.getAttribute('href'))).toEqual(
      ['f3', 'f4'].map((id) => `/api/files/${id}?signature=s&download=true`),
    );
    expect(links.map((link) => link.download)).toEqual([name, name]);
    const shown = [...page.querySelectorAll('bdi.name')].map((element) => element.textContent);
    expect(shown).toEqual([name, name, name]);
  });
});
