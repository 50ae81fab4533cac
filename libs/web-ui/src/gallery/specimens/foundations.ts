import { Component } from '@angular/core';
import { firstIcons } from '../../icon/first-icons';
import { Icon } from '../../icon/icon';
import type { IconName } from '../../icon/icons';
import { laterIcons } from '../../icon/later-icons';
import { State } from '../state';

const grounds = ['bg', 'surface', 'surface-2', 'raise', 'hover', 'active', 'code-bg', 'selection'];
const colours = [
  ...['text', 'text-2', 'text-3', 'accent', 'accent-text', 'mention', 'danger', 'warn', 'ok'],
  ...['online', 'away', 'dnd', 'offline', 'focus', 'line', 'line-strong', 'line-control'],
];
const tints = ['accent-soft', 'mention-soft', 'danger-soft'];

@Component({
  selector: 'ui-colours',
  imports: [State],
  template: `
    @for (token of tokens; track token) {
      <ui-state class="fill" [name]="token">
        <span class="swatch" [style.background]="'var(--' + token + ')'"></span>
      </ui-state>
    }
  `,
  styles: `
    :host {
      grid-template-columns: repeat(auto-fill, minmax(88px, 1fr)) !important;
      gap: var(--s-3) !important;
    }
    .swatch {
      block-size: 44px;
      border: 1px solid var(--line);
      border-radius: var(--r-m);
    }
  `,
})
export class Colours {
  protected readonly tokens = [...grounds, ...tints, ...colours];
}

@Component({
  selector: 'ui-type',
  imports: [State],
  template: `
    @for (size of sizes; track size) {
      <ui-state class="fill" [name]="'--fs-' + size">
        <span [style.font-size]="'var(--fs-' + size + ')'"
          >Nothing lost <b>nothing doubled</b></span
        >
      </ui-state>
    }
    <ui-state class="fill" name="--font-mono">
      <code>parley upgrade --to 2.4</code>
    </ui-state>
    <ui-state class="fill" name="kbd">
      <span><kbd>Ctrl</kbd> <kbd>K</kbd></span>
    </ui-state>
  `,
  styles: `
    code {
      font: 0.9em var(--font-mono);
    }
    span {
      line-height: var(--lh-tight);
    }
  `,
  host: { class: 'wide' },
})
export class Type {
  protected readonly sizes = [30, 22, 17, 15, 13, 12];
}

@Component({
  selector: 'ui-icons',
  imports: [Icon, State],
  template: `
    @for (name of names; track name) {
      <ui-state [name]="name"><ui-icon [name]="name" /></ui-state>
    }
  `,
  styles: `
    :host {
      /* Whole pixels: an icon is drawn the same wherever it stands. */
      grid-template-columns: repeat(auto-fill, 92px) !important;
      gap: var(--s-2) var(--s-3) !important;
    }
    ui-state {
      --stage: 28px;
      gap: 0;
    }
  `,
})
export class Icons {
  protected readonly names = Object.keys({ ...firstIcons, ...laterIcons }).sort() as IconName[];
}
