import { TestBed } from '@angular/core/testing';
import type { Message, MessageReceipts } from '@app/contracts';
import { DIALOG, DialogHandle } from '@app/web-ui';
import { ada, aMessage, jonas, mira } from '../testing/builders';
import { FakeChatStore, provideFakes } from '../testing/fake-chat-store';
import { ReceiptsPopover } from './receipts-popover';

async function linesOf(receipts: MessageReceipts): Promise<readonly string[]> {
  const store = new FakeChatStore();
  store.answer = receipts;
  const message = aMessage({ seq: 1, senderId: ada.id });
  const handle = new DialogHandle<unknown, Message>(message, 'title', () => undefined);
  TestBed.configureTestingModule({
    providers: [provideFakes(store), { provide: DIALOG, useValue: handle }],
  });
  const fixture = TestBed.createComponent(ReceiptsPopover);
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  return [...page.querySelectorAll('h3, .name, p')].map((line) => line.textContent);
}

describe('ReceiptsPopover', () => {
  it('names each of the others once, by how far the message has come to them', async () => {
    const ids = [ada.id, mira.id];
    expect(await linesOf({ seenBy: ids, deliveredTo: [...ids, jonas.id] })).toEqual([
      'Seen by',
      mira.name,
      'Delivered to',
      jonas.name,
    ]);
  });

  it('does not tell authors that they have it', async () => {
    expect(await linesOf({ seenBy: [ada.id], deliveredTo: [ada.id] })).toEqual([
      'Stored. Nobody has opened it yet.',
    ]);
  });
});
