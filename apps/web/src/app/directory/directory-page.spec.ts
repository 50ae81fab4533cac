import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { FieldHarness, TabsHarness } from '@app/web-ui/testing';
import { FakeChatStore, provideFakes } from '../chats/testing/fake-chat-store';
import { DirectoryPage } from './directory-page';

describe('DirectoryPage', () => {
  it('has an address for each of its tabs', async () => {
    const store = new FakeChatStore();
    store.answer = { items: [], page: { nextCursor: null, hasMore: false } };
    const routes = [
      { path: 'directory/:tab', component: DirectoryPage },
      { path: '**', children: [] },
    ];
    TestBed.configureTestingModule({
      providers: [provideFakes(store), provideRouter(routes, withComponentInputBinding())],
    });
    const visit = await RouterTestingHarness.create('/directory/channels');
    const loader = TestbedHarnessEnvironment.loader(visit.fixture);
    const field = async () => (await loader.getHarness(FieldHarness)).getLabel();
    const tabs = await loader.getHarness(TabsHarness);
    expect([await tabs.getChosen(), await field()]).toEqual(['Channels', 'Find channels']);
    await tabs.choose('People');
    expect(TestBed.inject(Router).url).toBe('/directory/people');
    expect([await tabs.getChosen(), await field()]).toEqual(['People', 'Find people']);
  });
});
