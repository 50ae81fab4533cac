import { TestBed } from '@angular/core/testing';
import { Skeleton } from './skeleton';

describe('Skeleton', () => {
  it('draws as many rows as asked, and says nothing', async () => {
    const fixture = TestBed.createComponent(Skeleton);
    fixture.componentRef.setInput('rows', 3);
    await fixture.whenStable();
    const host = fixture.nativeElement as HTMLElement;
    expect(host.querySelectorAll('.row')).toHaveLength(3);
    expect(host.querySelectorAll('.tile')).toHaveLength(3);
    expect(host.getAttribute('aria-hidden')).toBe('true');
    fixture.componentRef.setInput('shape', 'text');
    await fixture.whenStable();
    expect(host.querySelectorAll('.tile')).toHaveLength(0);
  });
});
