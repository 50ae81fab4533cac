import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { Call } from '@app/contracts';
import { ada, mira } from '../chats/testing/builders';
import { FakeChatStore, provideFakes } from '../chats/testing/fake-chat-store';
import { ChatClient } from '../data-access/chat-client';
import { ChatSync } from '../data-access/chat-sync';
import { CallDesk } from './call-desk';
import { CallLayer } from './call-layer';
import { aCall } from './testing/a-call';

function aLayer() {
  const [incoming, live] = [signal<Call | null>(null), signal<object | null>(null)];
  const desk = { incoming, live, isWide: signal(true) };
  TestBed.configureTestingModule({
    providers: [
      provideFakes(new FakeChatStore()),
      { provide: CallDesk, useValue: desk },
      {
        provide: ChatClient,
        useValue: {
          state: () => ({ people: new Map([mira, ada].map((person) => [person.id, person])) }),
        },
      },
      { provide: ChatSync, useValue: { archive: {} } },
    ],
  });
  const fixture = TestBed.createComponent(CallLayer);
  const has = (selector: string) => {
    fixture.detectChanges();
    return (fixture.nativeElement as HTMLElement).querySelector(selector) !== null;
  };
  return { incoming, has };
}

describe('CallLayer', () => {
  it('shows nothing while nobody calls, and who does', () => {
    const { incoming, has } = aLayer();
    expect(has('app-incoming-call')).toBe(false);
    incoming.set(aCall());
    expect([has('app-incoming-call'), has('app-call-stage')]).toEqual([true, false]);
    incoming.set(null);
    expect(has('app-incoming-call')).toBe(false);
  });
});
