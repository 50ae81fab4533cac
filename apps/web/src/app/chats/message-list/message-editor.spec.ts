import { TestBed } from '@angular/core/testing';
import type { SendKey } from '../../preferences/preferences';
import { FakeChatStore, provideFakes } from '../testing/fake-chat-store';
import { MessageEditor } from './message-editor';

async function theHint(sendKey: SendKey): Promise<string | undefined> {
  localStorage.setItem('parley.send-key', sendKey);
  TestBed.configureTestingModule({ providers: [provideFakes(new FakeChatStore())] });
  const fixture = TestBed.createComponent(MessageEditor);
  fixture.componentRef.setInput('text', 'Rolling');
  await fixture.whenStable();
  return (fixture.nativeElement as HTMLElement).querySelector('.hint')?.textContent;
}

describe('MessageEditor', () => {
  afterEach(() => localStorage.clear());

  it.each([
    ['enter', 'Enter saves, Esc cancels'],
    ['mod-enter', 'Ctrl Enter saves, Esc cancels'],
  ] as const)('says which key saves for who sends by %s', async (sendKey, words) => {
    expect(await theHint(sendKey)).toContain(words);
  });
});
