import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { KeepFocus } from './keep-focus';

@Component({
  imports: [KeepFocus],
  template: `
    <ul uiKeepFocus>
      @for (name of names(); track name) {
        <li>{{ name }} <button type="button">Remove</button></li>
      }
    </ul>
    <button type="button" class="other">Other</button>
  `,
})
class Page {
  readonly names = signal(['Ada', 'Mira', 'Jonas']);
}

function aPage() {
  const fixture = TestBed.createComponent(Page);
  fixture.detectChanges();
  const page = document.body.appendChild(fixture.nativeElement as HTMLElement);
  const button = (row: number) => page.querySelectorAll<HTMLElement>('li button')[row]!;
  const other = page.querySelector<HTMLElement>('.other')!;
  const leave = (...names: string[]) => {
    fixture.componentInstance.names.set(names);
    fixture.detectChanges();
  };
  return { button, other, leave };
}

const focused = () => document.activeElement?.textContent.trim();

describe('KeepFocus', () => {
  it('leads to the row that has moved up', () => {
    const { button, leave } = aPage();
    button(1).focus();
    leave('Ada', 'Jonas');
    expect(focused()).toMatch(/^Jonas/);
  });

  it('leads to the last row where the last one went', () => {
    const { button, leave } = aPage();
    button(2).focus();
    leave('Ada', 'Mira');
    expect(focused()).toMatch(/^Mira/);
  });

  it('leads to the list when no row is left', () => {
    const { button, leave } = aPage();
    button(0).focus();
    leave();
    expect(document.activeElement?.localName).toBe('ul');
  });

  it('calls nobody back who has gone on', () => {
    const { button, other, leave } = aPage();
    button(1).focus();
    other.focus();
    leave('Ada', 'Jonas');
    expect(document.activeElement).toBe(other);
  });

  it('moves nobody whose row has stayed', () => {
    const { button, leave } = aPage();
    button(2).focus();
    leave('Ada', 'Jonas');
    expect(document.activeElement).toBe(button(1));
  });
});
