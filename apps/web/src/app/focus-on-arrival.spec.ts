import { afterNextRender, Component, type ElementRef, viewChild } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { drawArrivals } from './draw-arrivals';
import { FocusOnArrival } from './focus-on-arrival';

@Component({ template: '<main><h1>Quiet</h1><button type="button">Press</button></main>' })
class Quiet {}

@Component({ template: '<main><h1>Busy</h1><input #field /></main>' })
class Busy {
  private readonly field = viewChild.required<ElementRef<HTMLElement>>('field');

  constructor() {
    // As the page of a chat does it.
    afterNextRender(() => queueMicrotask(() => this.field().nativeElement.focus()));
  }
}

async function aVisit() {
  const routes = [
    { path: 'quiet', component: Quiet },
    { path: 'busy', component: Busy },
  ];
  TestBed.configureTestingModule({ providers: [provideRouter(routes)] });
  TestBed.runInInjectionContext(drawArrivals);
  const visit = await RouterTestingHarness.create('/quiet');
  document.body.append(visit.fixture.nativeElement as HTMLElement);
  TestBed.inject(FocusOnArrival);
  return visit;
}

const focused = () => document.activeElement?.localName;

describe('FocusOnArrival', () => {
  it('is with the heading where it would be nowhere', async () => {
    const visit = await aVisit();
    await visit.navigateByUrl('/busy');
    await visit.fixture.whenStable();
    expect(focused()).toBe('input');
    await visit.navigateByUrl('/quiet');
    await visit.fixture.whenStable();
    expect([focused(), document.activeElement?.textContent]).toEqual(['h1', 'Quiet']);
  });

  it('is where the page has put it, even if that takes a moment', async () => {
    const visit = await aVisit();
    const focusing = jest.spyOn(HTMLElement.prototype, 'focus');
    await visit.navigateByUrl('/busy');
    await visit.fixture.whenStable();
    expect([focused(), focusing.mock.contexts.length]).toEqual(['input', 1]);
  });
});
