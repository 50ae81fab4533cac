import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import type { DataExport } from '@app/contracts';
import { ConnectionLost, Session } from '@app/web-session';
import { ButtonHarness } from '@app/web-ui/testing';
import { ChatClient } from '../../data-access/chat-client';
import { MyData } from './my-data';

const pending = { id: 'E1', state: 'pending', createdAt: '2026-01-01T00:00:00.000Z' };
const ready = {
  ...{ ...pending, state: 'ready' },
  expiresAt: '2026-01-08T12:00:00.000Z',
  archive: { url: '/api/users/me/export/E1?signature=s', size: 12_400_000, leftOut: 0 },
};

/** `kept`: what the server has, the newest first. */
async function aSection(kept: readonly object[]) {
  let items = kept as readonly DataExport[];
  let refusal: Error | undefined;
  const asked: string[] = [];
  let listener: (news: object) => void = () => undefined;
  const rest = {
    request: (method: string) => {
      asked.push(method);
      if (refusal) return Promise.reject(refusal);
      if (method === 'GET') return Promise.resolve({ items });
      items = [pending as DataExport];
      return Promise.resolve(items[0]);
    },
  };
  const connection = {
    listen: (heard: typeof listener) => {
      listener = heard;
      return () => undefined;
    },
  };
  TestBed.configureTestingModule({
    providers: [
      { provide: Session, useValue: { rest } },
      { provide: ChatClient, useValue: { connection } },
    ],
  });
  const fixture = TestBed.createComponent(MyData);
  const loader = TestbedHarnessEnvironment.loader(fixture);
  await fixture.whenStable();
  const element = fixture.nativeElement as HTMLElement;
  return {
    asked,
    words: () => element.textContent,
    link: () => element.querySelector('a')?.getAttribute('href'),
    press: async (name: string) => (await loader.getHarness(ButtonHarness.with({ name }))).click(),
    refuse: (error: Error) => (refusal = error),
    end: async (now: readonly object[]) => {
      items = now as readonly DataExport[];
      listener({ kind: 'event', name: 'export_ended', event: { id: 'E1', state: 'ready' } });
      await loader.getAllHarnesses(ButtonHarness);
    },
  };
}

describe('MyData', () => {
  it('orders what is kept of me, and says that it takes a while', async () => {
    const { press, words, asked } = await aSection([]);
    await press('Order an archive');
    expect(asked).toEqual(['GET', 'POST']);
    expect(words()).toContain('It is being put together.');
    expect(words()).not.toContain('Order');
  });

  it('has a link to it as soon as the line tells that it is there', async () => {
    const { end, link, words } = await aSection([pending]);
    expect(link()).toBeUndefined();
    await end([ready]);
    expect(link()).toBe(ready.archive.url);
    expect(words()).toContain('Download (12 MB)');
    expect(words()).toContain('January 8, 2026');
  });

  it('offers another one a day later', async () => {
    const { words } = await aSection([ready]);
    expect(words()).toContain('Order a new one');
    TestBed.resetTestingModule();
    const young = { ...ready, createdAt: new Date().toISOString() };
    const section = await aSection([young]);
    expect(section.words()).toContain('Download');
    expect(section.words()).not.toContain('Order');
  });

  it('says that files had no room in it', async () => {
    const { words } = await aSection([{ ...ready, archive: { ...ready.archive, leftOut: 2 } }]);
    expect(words()).toContain('some files had no room');
  });

  it('says that it failed, and offers it again', async () => {
    const { words, press, asked } = await aSection([{ ...pending, state: 'failed' }]);
    expect(words()).toContain('could not be put together');
    await press('Order an archive');
    expect(asked).toEqual(['GET', 'POST']);
  });

  it('says what is wrong where nothing can be ordered', async () => {
    const { press, refuse, words } = await aSection([]);
    refuse(new ConnectionLost());
    await press('Order an archive');
    expect(words()).toContain('No connection to the server.');
  });
});
