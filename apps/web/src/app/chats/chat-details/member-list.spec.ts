import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { ConnectionLost } from '@app/web-session';
import { ButtonHarness, FieldHarness } from '@app/web-ui/testing';
import { anOpenChat, aMember, jonas, mira } from '../testing/builders';
import { FakeChatStore, provideFakes } from '../testing/fake-chat-store';
import { MemberList } from './member-list';

function aList(memberCount: number) {
  const store = new FakeChatStore();
  store.chat.set(anOpenChat({ type: 'channel', memberCount }));
  store.members.set([aMember(mira), aMember(jonas)]);
  TestBed.configureTestingModule({ providers: [provideFakes(store)] });
  const fixture = TestBed.createComponent(MemberList);
  const loader = TestbedHarnessEnvironment.loader(fixture);
  const find = async (name: string) => (await loader.getHarness(FieldHarness)).write(name);
  const page = fixture.nativeElement as HTMLElement;
  const names = () => [...page.querySelectorAll('.name')].map((name) => name.textContent);
  return { store, loader, find, names, page, fixture };
}

describe('MemberList', () => {
  it('offers to look for somebody only where there are many', async () => {
    const { loader } = aList(5);
    expect(await loader.getAllHarnesses(FieldHarness)).toHaveLength(0);
    TestBed.resetTestingModule();
    expect(await aList(50).loader.getAllHarnesses(FieldHarness)).toHaveLength(1);
  });

  it('shows whom one looks for, without case and accents', async () => {
    const { find, names, page } = aList(50);
    await find('NÍLS');
    expect(names()).toEqual([jonas.name]);
    await find('nobody');
    expect([names(), page.textContent]).toEqual([
      [],
      expect.stringContaining('Nobody of that name is here.'),
    ]);
  });

  it('shows the first of many, and all of them when asked', async () => {
    const { store, loader, names, page } = aList(50);
    document.body.append(page);
    store.members.set(
      Array.from({ length: 50 }, (_, n) =>
        aMember({ ...mira, id: `u${n}` as never, name: `${n}` }),
      ),
    );
    const more = await loader.getHarness(ButtonHarness.with({ name: 'Show more' }));
    expect(names()).toHaveLength(12);
    await (await more.host()).focus();
    await more.click();
    expect(names()).toHaveLength(50);
    // The button is gone, and one goes on with the first that was not there before.
    expect(document.activeElement?.localName).toBe('li');
    expect(document.activeElement?.querySelector('.name')?.textContent).toBe('12');
    expect(await loader.getAllHarnesses(ButtonHarness)).toHaveLength(0);
    expect(store.callsOf('loadMoreMembers')).toHaveLength(0);
  });

  it('asks for the rest of them, as long as there is one', async () => {
    const { store, find, names, fixture } = aList(50);
    store.hasMoreMembers.set(true);
    await fixture.whenStable();
    expect(store.callsOf('loadMoreMembers')).toHaveLength(0);
    await find('ann');
    expect(store.callsOf('loadMoreMembers')).toHaveLength(1);
    store.members.update((all) => [...all, aMember({ ...mira, id: 'ann' as never, name: 'Ann' })]);
    store.hasMoreMembers.set(false);
    await fixture.whenStable();
    expect(names()).toEqual(['Ann']);
    expect(store.callsOf('loadMoreMembers')).toHaveLength(1);
  });

  it('keeps the room of those who are on their way', async () => {
    const { store, page, fixture } = aList(3);
    store.hasMoreMembers.set(true);
    store.members.set([]);
    await fixture.whenStable();
    const lines = () => page.querySelectorAll('ui-skeleton .row').length;
    expect([lines(), page.textContent.trim()]).toEqual([3, '']);
    store.members.set([aMember(mira)]);
    await fixture.whenStable();
    expect([lines(), page.textContent]).toEqual([0, expect.stringContaining('Show more')]);
  });

  it('says why it cannot', async () => {
    const { store, find, page, fixture } = aList(50);
    store.hasMoreMembers.set(true);
    store.answer = new ConnectionLost();
    await find('ann');
    await fixture.whenStable();
    expect(page.textContent).toContain('No connection');
  });

  it('offers more only where somebody can answer, and says so elsewhere', async () => {
    const { store, page, fixture } = aList(5);
    store.hasMoreMembers.set(true);
    await fixture.whenStable();
    const rest = () => page.querySelector('li.more, ul + *')?.textContent.trim();
    expect(rest()).toBe('Show more');
    store.connection.set('offline');
    await fixture.whenStable();
    expect(rest()).toBe('The whole list is here again when the network is.');
    store.members.set([]);
    await fixture.whenStable();
    expect(rest()).toBe('The whole list is here again when the network is.');
  });
});
