import { Component, ElementRef, inject, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { liesOverThePage } from './over-the-page';

const isWide = signal(true);

@Component({ selector: 'app-cover', template: '<button></button>', host: { tabindex: '-1' } })
class Cover {
  constructor() {
    liesOverThePage(inject<ElementRef<HTMLElement>>(ElementRef).nativeElement, isWide);
  }
}

/** A page with a place to write, and what lies over it. */
function aPage() {
  document.body.innerHTML =
    '<app-root><main><textarea></textarea></main><ui-toast-stack></ui-toast-stack></app-root>';
  const writing = document.querySelector('textarea')!;
  writing.focus();
  isWide.set(true);
  TestBed.configureTestingModule({ providers: [provideRouter([{ path: '**', children: [] }])] });
  const fixture = TestBed.createComponent(Cover);
  const host = fixture.nativeElement as HTMLElement;
  document.body.append(host);
  fixture.detectChanges();
  const covered = () => [...document.querySelectorAll('[inert]')].map(({ localName }) => localName);
  return { fixture, host, writing, covered };
}

describe('liesOverThePage', () => {
  it('covers the page, but not what is said over it, and has the focus', () => {
    const { host, covered } = aPage();
    expect(covered()).toEqual(['main']);
    expect(document.activeElement).toBe(host);
  });

  it('covers what comes behind it later', async () => {
    const { covered } = aPage();
    document.querySelector('app-root')!.prepend(document.createElement('app-late'));
    await Promise.resolve();
    expect(covered()).toEqual(['app-late', 'main']);
  });

  it('gives the focus back when it is small again', () => {
    const { fixture, host, writing, covered } = aPage();
    host.querySelector('button')!.focus();
    isWide.set(false);
    fixture.detectChanges();
    expect([document.activeElement, covered()]).toEqual([writing, []]);
  });

  it('gives the focus back when it goes', () => {
    const { fixture, writing, covered } = aPage();
    fixture.destroy();
    expect([document.activeElement, covered()]).toEqual([writing, []]);
  });

  it('leaves the focus where somebody has put it meanwhile', () => {
    const { fixture } = aPage();
    const elsewhere = document.createElement('input');
    document.body.append(elsewhere);
    elsewhere.focus();
    fixture.destroy();
    expect(document.activeElement).toBe(elsewhere);
  });

  it('is small when one goes to another page', async () => {
    aPage();
    await TestBed.inject(Router).navigateByUrl('/c/other');
    expect(isWide()).toBe(false);
  });
});
