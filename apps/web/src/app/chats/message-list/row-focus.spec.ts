import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { aMessage } from '../testing/builders';
import { RowFocus } from './row-focus';
import type { TimelineItem } from './timeline-items';

@Component({
  imports: [RowFocus],
  template: `
    <div [appRowFocus]="rows()" (focusLost)="losses = losses + 1">
      @for (row of rows(); track row.key) {
        <div [attr.data-key]="row.key">
          <div data-row tabindex="-1">
            @if (hasTools()) {
              <button type="button">More</button>
            }
          </div>
        </div>
      }
    </div>
    <button type="button" id="elsewhere">Elsewhere</button>
    <div class="cdk-overlay-container">
      @if (isAsking()) {
        <button type="button" id="answer">For everyone</button>
      }
    </div>
  `,
})
class Page {
  readonly rows = signal<readonly TimelineItem[]>(aTimeline(1, 2, 3));
  readonly hasTools = signal(true);
  readonly isAsking = signal(false);
  losses = 0;
}

function aTimeline(...seqs: readonly number[]): readonly TimelineItem[] {
  return seqs.map((seq) => ({ kind: 'system', key: `m${seq}`, message: aMessage({ seq }) }));
}

async function aPage() {
  const fixture = TestBed.createComponent(Page);
  const element = fixture.nativeElement as HTMLElement;
  document.body.append(element);
  await fixture.whenStable();
  const one = (selector: string) => element.querySelector<HTMLElement>(selector)!;
  const focused = async () => {
    await fixture.whenStable();
    const active = document.activeElement as HTMLElement;
    return active.closest<HTMLElement>('[data-key]')?.dataset['key'] ?? active.localName;
  };
  return { page: fixture.componentInstance, one, focused };
}

describe('RowFocus', () => {
  it('goes to the row when the tool that had it is gone', async () => {
    const { page, one, focused } = await aPage();
    one('[data-key=m2] button').focus();
    page.hasTools.set(false);
    expect(await focused()).toBe('m2');
    expect(document.activeElement).toBe(one('[data-key=m2] [data-row]'));
  });

  it('goes to the row below when its own is gone, or to the one above', async () => {
    const { page, one, focused } = await aPage();
    one('[data-key=m2] button').focus();
    page.rows.set(aTimeline(1, 3));
    expect(await focused()).toBe('m3');
    page.rows.set(aTimeline(1));
    expect(await focused()).toBe('m1');
  });

  it('says when no row is left', async () => {
    const { page, one, focused } = await aPage();
    one('[data-key=m2] button').focus();
    page.rows.set([]);
    expect([await focused(), page.losses]).toEqual(['body', 1]);
  });

  it('comes back from a question to a row whose tools have gone', async () => {
    const { page, one, focused } = await aPage();
    one('[data-key=m2] button').focus();
    page.isAsking.set(true);
    await focused();
    one('#answer').focus();
    page.hasTools.set(false);
    page.isAsking.set(false);
    expect(await focused()).toBe('m2');
  });

  it('takes no focus back from where the person went', async () => {
    const { page, one, focused } = await aPage();
    one('[data-key=m2] [data-row]').focus();
    one('#elsewhere').focus();
    one('#elsewhere').blur();
    page.rows.set(aTimeline(1, 3));
    expect(await focused()).toBe('body');
    one('[data-key=m1] [data-row]').focus();
    one('[data-key=m1] [data-row]').blur();
    await Promise.resolve();
    page.rows.set(aTimeline(3));
    expect(await focused()).toBe('body');
  });
});
