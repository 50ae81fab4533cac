import { Injector, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { FakeChatStore, provideFakes } from '../chats/testing/fake-chat-store';
import { CallDesk } from './call-desk';
import { RunningCalls } from './running-calls';
import { watchCalls } from './watch-calls';

describe('watchCalls', () => {
  it('has one layer of each kind, however often it is asked for', () => {
    const desk = { incoming: signal(null), live: signal(null) };
    const calls = { left: signal(null) };
    TestBed.configureTestingModule({
      providers: [
        provideFakes(new FakeChatStore()),
        { provide: CallDesk, useValue: desk },
        { provide: RunningCalls, useValue: calls },
      ],
    });
    const injector = TestBed.inject(Injector);
    for (let visits = 0; visits < 2; visits++) watchCalls(injector);
    const layers = [...document.querySelectorAll('app-call-layer, app-incoming-layer')];
    expect(layers).toHaveLength(2);
    for (const layer of layers) layer.remove();
  });
});
