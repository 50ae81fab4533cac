import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { UserId } from '@app/contracts';
import type { LinkNumbers, Received } from '@app/web-calls';
import { DIALOG, DialogHandle } from '@app/web-ui';
import { ada, mira } from '../../chats/testing/builders';
import { FakeChatStore, provideFakes } from '../../chats/testing/fake-chat-store';
import { ConnectionDialog } from './connection-dialog';

const track = (id: string) => ({ id }) as MediaStreamTrack;

function aDialog(numbers: LinkNumbers | null, received: ReadonlyMap<UserId, Received>) {
  const live = { numbers: signal(numbers), received: signal(received) };
  const store = new FakeChatStore();
  store.people.set(new Map([mira, ada].map((person) => [person.id, person])));
  const handle = new DialogHandle(live, 'title', () => undefined);
  TestBed.configureTestingModule({
    providers: [provideFakes(store), { provide: DIALOG, useValue: handle }],
  });
  const fixture = TestBed.createComponent(ConnectionDialog);
  fixture.detectChanges();
  const host = fixture.nativeElement as HTMLElement;
  const texts = (selector: string) =>
    [...host.querySelectorAll(selector)].map(({ textContent }) => textContent.trim());
  const update = (now: LinkNumbers) => {
    live.numbers.set(now);
    fixture.detectChanges();
  };
  return { texts, update };
}

const measured: LinkNumbers = {
  roundTripMs: 24.4,
  lost: 0.01,
  lostByOthers: 0.125,
  tracks: new Map([
    ['voice', { lost: 0.02, jitterMs: 3.2, kbitPerS: 31.6 }],
    [
      'camera',
      { lost: 0, jitterMs: 5, kbitPerS: 1204, picture: { width: 640, height: 360, perS: 29.7 } },
    ],
  ]),
};

describe('ConnectionDialog', () => {
  it('says what comes of each, and of what one sends what is lost', () => {
    const received = new Map([[mira.id, { audio: track('voice'), video: track('camera') }]]);
    const { texts } = aDialog(measured, received);
    expect(texts('p')).toEqual(['There and back: 24 ms. Lost on the way to the others: 12.5%.']);
    expect(texts('h3')).toEqual([mira.name]);
    expect(texts('dt')).toEqual(['Voice', 'Camera']);
    expect(texts('dd')).toEqual([
      '32 kbit/s, 2% lost · uneven by 3 ms',
      '1,204 kbit/s, 0% lost · 640 × 360, 30 pictures a second',
    ]);
  });

  it('says that nothing is measured yet, or that nothing comes', () => {
    const { texts, update } = aDialog(null, new Map([[mira.id, { audio: track('other') }]]));
    expect(texts('p')).toEqual(['Not measured yet.', 'Nothing comes at the moment.']);
    // A list of terms without any is none, for who hears the page.
    expect(texts('dl, dt')).toEqual([]);
    update({ ...measured, roundTripMs: 8 });
    expect(texts('p')[0]).toContain('8 ms');
  });
});
