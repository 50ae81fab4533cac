import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Button } from '../button/button';
import { ButtonHarness } from '../button/testing/button-harness';
import { EmptyState } from './empty-state';
import { EmptyStateHarness } from './testing/empty-state-harness';

@Component({
  imports: [Button, EmptyState],
  template: `<ui-empty-state icon="search" title="No match" hint="Try another word">
    <button uiButton>Clear</button>
  </ui-empty-state>`,
})
class Page {}

describe('EmptyState', () => {
  it('says what is missing and offers a way on', async () => {
    const loader = TestbedHarnessEnvironment.loader(TestBed.createComponent(Page));
    const empty = await loader.getHarness(EmptyStateHarness);
    expect([await empty.getTitle(), await empty.getHint()]).toEqual([
      'No match',
      'Try another word',
    ]);
    expect(await empty.getHarnessOrNull(ButtonHarness.with({ name: 'Clear' }))).not.toBeNull();
  });
});
