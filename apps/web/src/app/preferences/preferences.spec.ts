import { TestBed } from '@angular/core/testing';
import { Preferences } from './preferences';

describe('Preferences', () => {
  afterEach(() => localStorage.clear());

  it('sets the density of the page at once', () => {
    TestBed.inject(Preferences).density.choose('compact');
    expect(document.documentElement.dataset['density']).toBe('compact');
  });
});
