import { TestBed } from '@angular/core/testing';
import { NavigationEnd, provideRouter, Router } from '@angular/router';
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
  const go = async (path: string) => {
    await TestBed.inject(Router).navigateByUrl(path);
    TestBed.tick();
  };
  await go(url);
  const note = TestBed.inject(ExportNote);
  TestBed.tick();
  const hear = (state: string) =>
    listener({ kind: 'event', name: 'export_ended', event: { id: 'E1', state } });
  return { hear, go, note };
}

describe('ExportNote', () => {
  it('says what came of an export until one has gone where it is', async () => {
    const { hear, go, note } = await at('/c/crew');
    hear('ready');
    await go('/c/boat');
    expect(note.end()).toBe('ready');
    await go('/settings/privacy');
    expect(note.end()).toBeNull();
    await go('/c/crew');
    expect(note.end()).toBeNull();
  });

  it('says that there will be none, until it is put away', async () => {
    const { hear, note } = await at('/');
    hear('failed');
    expect(note.end()).toBe('failed');
    note.dismiss();
    expect(note.end()).toBeNull();
  });

  it('leads to where it is', async () => {
    const { hear, note } = await at('/');
    hear('ready');
    const { events } = TestBed.inject(Router);
    const arrived = new Promise<string>((arrive) =>
      events.subscribe((event) => event instanceof NavigationEnd && arrive(event.url)),
    );
    note.open();
    expect(await arrived).toBe('/settings/privacy');
  });

  it('says nothing to whoever sees it anyway', async () => {
    const { hear, note } = await at('/settings/privacy');
    hear('ready');
    expect(note.end()).toBeNull();
  });
});
