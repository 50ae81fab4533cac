import { TestBed } from '@angular/core/testing';
import { anOpenChat } from '../chats/testing/builders';
import { FakeChatStore, provideFakes } from '../chats/testing/fake-chat-store';
import { CallActions } from './call-actions';

function actions(about: Parameters<typeof anOpenChat>[0]) {
  const store = new FakeChatStore();
  store.chat.set(anOpenChat(about));
  TestBed.configureTestingModule({ providers: [provideFakes(store)] });
  const fixture = TestBed.createComponent(CallActions);
  fixture.detectChanges();
  const host = fixture.nativeElement as HTMLElement;
  return { store, buttons: [...host.querySelectorAll('button')] };
}

describe('CallActions', () => {
  it('calls the other one of a direct chat', () => {
    const { store, buttons } = actions({ type: 'direct' });
    expect(buttons.map((button) => button.getAttribute('aria-label'))).toEqual([
      'Voice call',
      'Video call',
    ]);
    for (const button of buttons) button.click();
    expect(store.callsOf('startCall')).toEqual([
      ['c1', 'audio'],
      ['c1', 'video'],
    ]);
  });

  it.each([{ type: 'group' }, { type: 'direct', isSelf: true }] as const)(
    'calls nobody in %j',
    (about) => {
      expect(actions(about).buttons).toHaveLength(0);
    },
  );
});
