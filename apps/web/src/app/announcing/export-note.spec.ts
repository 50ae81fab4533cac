import { TestBed } from '@angular/core/testing';
import { NavigationEnd, provideRouter, Router } from '@angular/router';
import { Toasts } from '@app/web-ui';
import { ChatClient } from '../data-access/chat-client';
import { ExportNote } from './export-note';

/** Somebody at a page, who hears what became of an export. */
async function at(url: string) {
  let listener: (news: object) => void = () => undefined;
  const listen = (heard: typeof listener) => (listener = heard);
  TestBed.configureTestingModule({
    providers: [
      provideRouter([{ path: '**', children: [] }]),
      { provide: ChatClient, useValue: { connection: { listen } } },
    ],
  });
  const router = TestBed.inject(Router);
  await router.navigateByUrl(url);
  TestBed.inject(ExportNote);
  const hear = (state: string) =>
    listener({ kind: 'event', name: 'export_ended', event: { id: 'E1', state } });
  return { hear, router, toasts: TestBed.inject(Toasts).shown };
}

describe('ExportNote', () => {
  it('says that an export is there, and leads to it', async () => {
    const { hear, router, toasts } = await at('/c/crew');
    hear('ready');
    expect(toasts().map(({ text }) => text)).toEqual(['The archive of your data is ready.']);
    const arrived = new Promise<string>((arrive) =>
      router.events.subscribe((event) => event instanceof NavigationEnd && arrive(event.url)),
    );
    toasts()[0]!.action!.run();
    expect(await arrived).toBe('/settings/privacy');
  });

  it('says that there will be none', async () => {
    const { hear, toasts } = await at('/');
    hear('failed');
    expect(toasts()[0]!.text).toBe('The archive of your data could not be made.');
  });

  it('says nothing to whoever sees it anyway', async () => {
    const { hear, toasts } = await at('/settings/privacy');
    hear('ready');
    expect(toasts()).toEqual([]);
  });
});
