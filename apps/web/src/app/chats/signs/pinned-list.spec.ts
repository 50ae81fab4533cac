import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { ApplicationRef } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { Message } from '@app/contracts';
import type { ConnectionNews } from '@app/web-realtime';
import { ButtonHarness } from '@app/web-ui/testing';
import { ChatClient } from '../../data-access/chat-client';
import { DetailsPane } from '../chat-details/details-pane';
import { MessageDeeds } from '../message-list/message-deeds';
import { aMessage, anOpenChat } from '../testing/builders';
import { FakeChatStore, provideFakes } from '../testing/fake-chat-store';
import { PinnedList } from './pinned-list';

const pinned = (seq: number): Message => aMessage({ seq, pinnedAt: '2026-03-02T12:00:00.000Z' });

describe('PinnedList', () => {
  it('leaves the focus in the list when a message is taken down', async () => {
    const store = new FakeChatStore();
    store.chat.set(anOpenChat());
    store.chatId.set(pinned(1).chatId);
    store.pinned.set([pinned(1), pinned(2)]);
    const listeners = new Set<(news: ConnectionNews) => void>();
    const listen = (listener: (news: ConnectionNews) => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    };
    TestBed.configureTestingModule({
      providers: [
        provideFakes(store),
        { provide: ChatClient, useValue: { ...store.client, connection: { listen } } },
        { provide: DetailsPane, useValue: {} },
        MessageDeeds,
      ],
    });
    const fixture = TestBed.createComponent(PinnedList);
    const host = fixture.nativeElement as HTMLElement;
    document.body.append(host);
    const come = async (): Promise<void> => {
      TestBed.tick();
      await TestBed.inject(ApplicationRef).whenStable();
    };
    await come();
    await fixture.whenStable();
    const loader = TestbedHarnessEnvironment.loader(fixture);
    const [unpin] = await loader.getAllHarnesses(ButtonHarness.with({ name: 'Unpin' }));
    await (await unpin!.host()).focus();
    const { pinnedAt: _, ...event } = { ...pinned(2), rev: 99 };
    for (const hear of listeners) hear({ kind: 'event', name: 'message_edited', event });
    await come();
    expect(document.activeElement).toBe(host.querySelector('li'));
    expect(host.querySelectorAll('li')).toHaveLength(1);
  });
});
