import { Component, provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, RouterOutlet } from '@angular/router';
import { drawArrivals } from './draw-arrivals';

@Component({ template: '<kbd>{{ words }}</kbd>' })
class Arrival {
  protected readonly words = 'Ctrl K';
}

@Component({ imports: [RouterOutlet], template: '<router-outlet />' })
class Host {
  constructor() {
    drawArrivals();
  }
}

test('a page has its words before anything else can happen', async () => {
  TestBed.configureTestingModule({
    providers: [
      provideZonelessChangeDetection(),
      provideRouter([{ path: 'there', component: Arrival }]),
    ],
  });
  const fixture = TestBed.createComponent(Host);
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  await TestBed.inject(Router).navigateByUrl('/there');
  expect(page.querySelector('kbd')?.textContent).toBe('Ctrl K');
});
