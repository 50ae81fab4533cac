import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { LOCALE_ID } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { Announcement, AnnouncementId, Notice, NoticeId } from '@app/contracts';
import { ConnectionLost, Session } from '@app/web-session';
import { BannerHarness, ButtonHarness } from '@app/web-ui/testing';
import { ChatClient } from '../data-access/chat-client';
import { SERVER_NOW } from '../server-now';
import { Announced } from './announced';
import { ExportNote } from './export-note';

const anAnnouncement = (text: string, about: Partial<Announcement> = {}): Announcement => ({
  id: text as AnnouncementId,
  text,
  severity: 'info',
  from: '2026-01-01T00:00:00.000Z',
  isDismissible: true,
  ...about,
});
const aNotice = (text: string, about: Partial<Notice> = {}): Notice => ({
  id: (text || 'none') as NoticeId,
  kind: 'warning',
  text,
  createdAt: '2026-01-01T00:00:00.000Z',
  isSeen: false,
  ...about,
});

async function aPage(announcements: readonly Announcement[], notices: readonly Notice[] = []) {
  const asked: string[] = [];
  let isAway = false;
  const listeners: ((news: object) => void)[] = [];
  const rest = {
    request: (method: string, path: string) => {
      asked.push(`${method} ${path}`);
      if (isAway) return Promise.reject(new ConnectionLost());
      return Promise.resolve({ items: path === 'notices' ? notices : announcements });
    },
  };
  const connection = {
    listen: (heard: (news: object) => void) => {
      listeners.push(heard);
      return () => undefined;
    },
  };
  TestBed.configureTestingModule({
    providers: [
      { provide: Session, useValue: { rest } },
      { provide: ChatClient, useValue: { connection } },
      { provide: LOCALE_ID, useValue: 'en-GB' },
      { provide: SERVER_NOW, useValue: () => new Date('2026-01-31T12:00:00.000Z') },
    ],
  });
  const fixture = TestBed.createComponent(Announced);
  const loader = TestbedHarnessEnvironment.loader(fixture);
  await fixture.whenStable();
  return {
    asked,
    goAway: () => (isAway = true),
    said: async () =>
      Promise.all((await loader.getAllHarnesses(BannerHarness)).map((one) => one.getText())),
    press: async (name: string) => (await loader.getHarness(ButtonHarness.with({ name }))).click(),
    hear: async (news: object) => {
      for (const listener of listeners) listener(news);
      await fixture.whenStable();
    },
    isEmpty: () => (fixture.nativeElement as HTMLElement).querySelector('section') === null,
  };
}

describe('Announced', () => {
  it('takes no room as long as nothing is said', async () => {
    const { isEmpty, said } = await aPage([]);
    expect([isEmpty(), await said()]).toEqual([true, []]);
  });

  it('says what there is, what comes, and no more of what was taken down', async () => {
    const { said, hear } = await aPage([anAnnouncement('new'), anAnnouncement('old')]);
    expect(await said()).toEqual(['old', 'new']);
    await hear({ kind: 'event', name: 'announcement', event: anAnnouncement('newest') });
    await hear({ kind: 'event', name: 'announcement_removed', event: { id: 'old' } });
    expect(await said()).toEqual(['new', 'newest']);
  });

  it('says nothing that is over', async () => {
    const until = '2026-01-31T11:59:59.000Z';
    const { said } = await aPage([anAnnouncement('over', { until })]);
    expect(await said()).toEqual([]);
  });

  it('dismisses at once, and tells the server', async () => {
    const { said, press, asked } = await aPage([
      anAnnouncement('stays', { isDismissible: false }),
      anAnnouncement('goes'),
    ]);
    await press('Dismiss: goes');
    expect(await said()).toEqual(['stays']);
    expect(asked.at(-1)).toBe('POST announcements/goes/dismiss');
  });

  it('says what a moderator has told, until it is read', async () => {
    const until = '2026-02-01T12:00:00.000Z';
    const { said, press, asked, hear } = await aPage(
      [],
      [aNotice('Seen', { isSeen: true }), aNotice('No advertising')],
    );
    expect(await said()).toEqual([expect.stringMatching(/^A moderator warns you\. No advert/)]);
    await press('Understood');
    expect([await said(), asked.at(-1)]).toEqual([[], 'POST notices/No advertising/seen']);
    await hear({ kind: 'event', name: 'notice', event: aNotice('', { kind: 'mute', until }) });
    expect((await said())[0]).toMatch(/^A moderator keeps you from writing until 1 Feb 2026/);
  });

  it('asks again with each line, and goes on without one', async () => {
    const { said, hear, asked, goAway } = await aPage([anAnnouncement('one')]);
    goAway();
    await hear({ kind: 'ready' });
    expect(asked.filter((one) => one === 'GET announcements')).toHaveLength(2);
    expect(await said()).toEqual(['one']);
  });

  it('says what became of the data that one has ordered, and leads there or forgets it', async () => {
    const { said, hear, press, isEmpty } = await aPage([]);
    const open = jest.spyOn(TestBed.inject(ExportNote), 'open').mockReturnValue();
    await hear({ kind: 'event', name: 'export_ended', event: { id: 'E1', state: 'ready' } });
    expect((await said())[0]).toContain('The archive of your data is ready.');
    await press('Open');
    expect(open).toHaveBeenCalledTimes(1);
    await press('Dismiss: The archive of your data is ready.');
    expect(isEmpty()).toBe(true);
  });
});
