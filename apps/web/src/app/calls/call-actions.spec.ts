import { TestBed } from '@angular/core/testing';
import type { Call } from '@app/contracts';
import { anOpenChat, mira } from '../chats/testing/builders';
import { FakeChatStore, provideFakes } from '../chats/testing/fake-chat-store';
import { CallActions } from './call-actions';
import { aCall } from './testing/a-call';

function actions(about: Parameters<typeof anOpenChat>[0], running?: Call) {
  const store = new FakeChatStore();
  store.runningCall.set(running);
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

  it('calls nobody in notes to self', () => {
    expect(actions({ type: 'direct', isSelf: true }).buttons).toHaveLength(0);
  });

  it('joins the call that runs in a group', async () => {
    const parties = [{ userId: mira.id, state: 'joined' as const }];
    const call = aCall({ kind: 'group', state: 'connecting', parties });
    const { store, buttons } = actions({ type: 'group' }, call);
    expect(buttons.map(({ textContent }) => textContent.trim())).toEqual(['Join · 1']);
    const own = {};
    store.answer = own;
    buttons[0]!.click();
    await Promise.resolve();
    expect(store.callsOf('previewCall')).toEqual([['Call with Release crew', 'audio']]);
    expect(store.callsOf('acceptCall')).toEqual([[call, 'audio', own]]);
  });

  it('calls no group before one has looked at oneself, and wants to', async () => {
    const { store, buttons } = actions({ type: 'group' });
    buttons[1]!.click();
    await Promise.resolve();
    expect(store.callsOf('previewCall')).toEqual([['Call with Release crew', 'video']]);
    expect(store.callsOf('startCall')).toEqual([]);
  });
});
