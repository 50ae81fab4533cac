import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { ButtonHarness } from '@app/web-ui/testing';
import { FakeChatStore, provideFakes } from '../testing/fake-chat-store';
import { InviteLink } from './invite-link';

/** A server that takes its time: each link comes when it is given. */
function aSlowLink() {
  const store = new FakeChatStore();
  const given: ((invite: object) => void)[] = [];
  const createInvite = (chatId: string) => {
    store.calls.push(['createInvite', chatId]);
    return new Promise((resolve) => given.push(resolve));
  };
  Object.assign(store, { createInvite });
  TestBed.configureTestingModule({ providers: [provideFakes(store)] });
  const fixture = TestBed.createComponent(InviteLink);
  const open = async (chatId: string) => {
    fixture.componentRef.setInput('chatId', chatId);
    await fixture.whenStable();
  };
  const loader = TestbedHarnessEnvironment.loader(fixture);
  const make = async () =>
    (await loader.getHarness(ButtonHarness.with({ name: 'Make a link' }))).click();
  const give = async (code: string) => {
    given.shift()!({ code });
    // What waits for it goes on first.
    for (let n = 0; n < 5; n++) await Promise.resolve();
    await fixture.whenStable();
  };
  const link = () => (fixture.nativeElement as HTMLElement).querySelector('input')?.value;
  return { store, open, make, give, link };
}

describe('InviteLink', () => {
  it('makes one link, however often it is pressed', async () => {
    const { store, open, make, give, link } = aSlowLink();
    await open('c1');
    await make();
    await make();
    await give('CREW');
    expect(store.callsOf('createInvite')).toEqual([['c1']]);
    expect(link()).toMatch(/\/invite\/CREW$/);
  });

  it('never shows the link of a chat in another that was opened meanwhile', async () => {
    const { open, make, give, link } = aSlowLink();
    await open('c1');
    await make();
    await open('c2');
    await give('CREW');
    expect(link()).toBeUndefined();
    await make();
    await give('KITCHEN');
    expect(link()).toMatch(/\/invite\/KITCHEN$/);
  });
});
