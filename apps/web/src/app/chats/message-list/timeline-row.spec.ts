import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { FileId } from '@app/contracts';
import { MessageRowHarness } from '@app/web-ui/testing';
import type { PendingEntry } from '../../data-access/chat-views';
import { ChatWiring } from '../../data-access/chat-wiring';
import { FileLinks } from '../../data-access/file-links';
import { Playback } from '../files/playback';
import { PlayedVoices } from '../files/played-voices';
import { anEntry, aMessage, anOpenChat, aTimeline, mira } from '../testing/builders';
import { FakeChatStore, provideFakes } from '../testing/fake-chat-store';
import { MessageDeeds } from './message-deeds';
import { TimelineRow } from './timeline-row';
import type { MessageItem, TimelineSource } from './timeline-items';

/** Nothing is played, and no link is known. */
const sounds = [
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
  { provide: FileLinks, useValue: { of: () => undefined, want: () => undefined } },
  { provide: ChatWiring, useValue: {} },
];

/** The one message of a timeline, with the pointer on it. */
async function aHotRow(about: Partial<TimelineSource>) {
  const store = new FakeChatStore();
  store.chat.set(anOpenChat());
  TestBed.configureTestingModule({ providers: [provideFakes(store), MessageDeeds, ...sounds] });
  const fixture = TestBed.createComponent(TimelineRow);
  const item = aTimeline(about).find((each): each is MessageItem => each.kind === 'message');
  fixture.componentRef.setInput('item', item);
  fixture.componentRef.setInput('isHot', true);
  const loader = TestbedHarnessEnvironment.loader(fixture);
  const row = await loader.getHarness(MessageRowHarness);
  const host = fixture.nativeElement as HTMLElement;
  return { store, row, deeds: TestBed.inject(MessageDeeds), host, fixture };
}

const aPending = (about: Partial<PendingEntry> = {}) => aHotRow({ pending: [anEntry(about)] });

describe('TimelineRow', () => {
  it('lets one edit what is not sent yet', async () => {
    const { row, deeds } = await aPending();
    expect(await row.getButtons()).toEqual(['Edit', 'Discard']);
    await row.press('Edit');
    expect([deeds.editingKey(), deeds.editText()]).toEqual(['p1', 'On my way']);
  });

  it('lets one discard what is not sent yet', async () => {
    const { store, row } = await aPending();
    await row.press('Discard');
    expect(store.callsOf('discard')).toEqual([['p1']]);
  });

  it('offers each thing once for what was refused', async () => {
    const { row } = await aPending({ state: 'failed', code: 'forbidden' });
    expect([...(await row.getButtons())].sort()).toEqual(['Discard', 'Edit', 'Try again']);
  });

  it('has the tools of a stored message once it is stored', async () => {
    const { row } = await aHotRow({ messages: [aMessage({ seq: 1 })] });
    expect(await row.getButtons()).toEqual(['React', 'Reply', 'More']);
  });

  it('says of a voice message of others that it was not played, until it is', async () => {
    const files = [{ id: 'f1' as FileId, name: 'v.webm', mime: 'audio/webm', size: 1 }];
    const said = aMessage({ seq: 1, senderId: mira.id, kind: 'voice', text: '', files });
    const { host, fixture } = await aHotRow({ messages: [said] });
    const isMarked = () => host.querySelector('[aria-label="Not played yet"]') !== null;
    expect(isMarked()).toBe(true);
    TestBed.inject(PlayedVoices).add(said);
    await fixture.whenStable();
    expect(isMarked()).toBe(false);
  });
});
