import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { Segments } from './segments';
import { SegmentsHarness } from './testing/segments-harness';

describe('Segments', () => {
  it('is a named choice of one', async () => {
    const fixture = TestBed.createComponent(Segments);
    fixture.componentRef.setInput('label', 'Kind');
    fixture.componentRef.setInput('segments', [
      { id: 'direct', label: 'Direct' },
      { id: 'group', label: 'Group' },
    ]);
    fixture.componentRef.setInput('chosen', 'direct');
    const segments = await TestbedHarnessEnvironment.harnessForFixture(fixture, SegmentsHarness);
    expect([await segments.getName(), await segments.getChosen()]).toEqual(['Kind', 'Direct']);
    expect(await segments.getOptions()).toEqual(['Direct', 'Group']);
    await segments.choose('Group');
    expect([await segments.getChosen(), fixture.componentInstance.chosen()]).toEqual([
      'Group',
      'group',
    ]);
  });
});
