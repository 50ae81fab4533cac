import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { VoiceButton } from './voice-button';

@Component({
  imports: [VoiceButton],
  template: `
    <button
      type="button"
      appVoiceButton
      (approached)="say('near')"
      (began)="say($event.isHeld ? 'held' : 'pressed')"
      (tapped)="say('tapped')"
      (letGo)="say('let go')"
      (slid)="say('slid ' + $event)"
      (discarded)="say('discarded')"
    ></button>
  `,
})
class Page {
  readonly said: string[] = [];

  say(words: string): void {
    this.said.push(words);
  }
}

function aButton() {
  const fixture = TestBed.createComponent(Page);
  const host = fixture.nativeElement as HTMLElement;
  document.body.append(host);
  fixture.detectChanges();
  const { said } = fixture.componentInstance;
  const button = host.querySelector('button')!;
  /** As a hand does it, at this time, ms, and this place, px. */
  const hand = (type: string, at: number, clientX = 500, more: object = {}) => {
    const event = new Event(type, { bubbles: true, cancelable: true });
    for (const [name, value] of Object.entries({
      ...{ pointerId: 1, isPrimary: true, button: 0, clientX, timeStamp: at },
      ...more,
    }))
      Object.defineProperty(event, name, { value });
    (type === 'pointerdown' ? button : window).dispatchEvent(event);
    return event;
  };
  return { said, button, hand, fixture };
}

describe('VoiceButton', () => {
  it('is held', () => {
    const { said, hand } = aButton();
    hand('pointerdown', 0);
    hand('pointerup', 2000);
    expect(said).toEqual(['held', 'let go']);
  });

  it('is pressed by who lets go at once', () => {
    const { said, hand, button } = aButton();
    hand('pointerdown', 0);
    hand('pointerup', 120);
    button.dispatchEvent(new MouseEvent('click', { detail: 1 }));
    expect(said).toEqual(['held', 'tapped']);
  });

  it('is pressed by a key, which holds nothing', () => {
    const { said, button } = aButton();
    button.focus();
    button.click();
    expect(said).toEqual(['near', 'pressed']);
  });

  it('is discarded by a hand that slides towards the start of the line', () => {
    const { said, hand } = aButton();
    hand('pointerdown', 0);
    hand('pointermove', 500, 452);
    hand('pointermove', 600, 520);
    hand('pointermove', 700, 400);
    hand('pointerup', 900, 400);
    expect(said).toEqual(['held', 'slid 0.5', 'slid 0', 'discarded']);
  });

  it('is so in the other direction where lines run there', () => {
    const { said, hand, button } = aButton();
    button.style.direction = 'rtl';
    hand('pointerdown', 0);
    hand('pointermove', 500, 400);
    hand('pointermove', 600, 600);
    expect(said).toEqual(['held', 'slid 0', 'discarded']);
  });

  it('is discarded by Esc while it is held, and nothing else is closed by it', () => {
    const { said, hand } = aButton();
    const escape = () => {
      const event = new KeyboardEvent('keydown', { key: 'Escape', cancelable: true });
      document.body.dispatchEvent(event);
      dispatchEvent(event);
      return event.defaultPrevented;
    };
    hand('pointerdown', 0);
    expect(escape()).toBe(true);
    hand('pointerup', 900);
    expect([said, escape()]).toEqual([['held', 'discarded'], false]);
  });

  it('goes on without a hand that the browser takes away, and is heard of no more when it is gone', () => {
    const { said, hand, fixture } = aButton();
    hand('pointerdown', 0);
    hand('pointercancel', 2000);
    hand('pointerdown', 3000);
    fixture.destroy();
    hand('pointerup', 5000);
    expect(said).toEqual(['held', 'tapped', 'held']);
  });

  it('hears no other finger and no other button', () => {
    const { said, hand } = aButton();
    hand('pointerdown', 0, 500, { button: 2 });
    hand('pointerdown', 0, 500, { isPrimary: false });
    hand('pointerdown', 0);
    hand('pointerup', 900, 500, { pointerId: 2 });
    expect(said).toEqual(['held']);
  });
});
