import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { Skeleton } from './skeleton';
import { SkeletonHarness } from './testing/skeleton-harness';

async function aSkeleton(inputs: Partial<Record<'rows' | 'shape', unknown>> = {}) {
  const fixture = TestBed.createComponent(Skeleton);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  return TestbedHarnessEnvironment.harnessForFixture(fixture, SkeletonHarness);
}

describe('Skeleton', () => {
  it('draws as many rows as asked, each with a picture', async () => {
    const skeleton = await aSkeleton({ rows: 3 });
    expect([await skeleton.countRows(), await skeleton.countPictures()]).toEqual([3, 3]);
  });

  it('draws text without pictures', async () => {
    const skeleton = await aSkeleton({ rows: 3, shape: 'text' });
    expect([await skeleton.countRows(), await skeleton.countPictures()]).toEqual([3, 0]);
  });

  it('says nothing', async () => {
    expect(await (await aSkeleton()).isSilent()).toBe(true);
  });
});
