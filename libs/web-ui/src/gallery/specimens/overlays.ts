import { Component, inject } from '@angular/core';
import { Avatar } from '../../avatar/avatar';
import { Button } from '../../button/button';
import { Dialog } from '../../dialog/dialog';
import { DIALOG, DialogHandle } from '../../dialog/dialog-handle';
import { Dialogs } from '../../dialog/dialogs';
import { Field } from '../../field/field';
import { Menu } from '../../menu/menu';
import { Menus, type MenuItem } from '../../menu/menus';
import { Popovers } from '../../popover/popovers';
import { Sheets } from '../../sheet/sheets';
import { Tooltip } from '../../tooltip/tooltip';
import { State } from '../state';

let made = 0;

const still = {
  provide: DIALOG,
  useFactory: () => new DialogHandle(undefined, `ui-still-${++made}`, () => undefined),
};

@Component({
  selector: 'ui-dialog-example',
  imports: [Button, Dialog, Field],
  template: `<ui-dialog title="Edit the chat">
    <ui-field label="Name" value="Release crew" />
    <ui-field label="Topic" value="Rolling out 2.4 today" hint="Seen by all members" />
    <ng-container actions>
      <button uiButton kind="quiet" type="button" (click)="handle.close()">Cancel</button>
      <button uiButton type="button" (click)="handle.close()">Save</button>
    </ng-container>
  </ui-dialog>`,
})
class DialogExample {
  protected readonly handle = inject(DIALOG);
}

@Component({
  selector: 'ui-card-example',
  imports: [Avatar, Button],
  template: `
    <ui-avatar id="u_mira1" name="Mira Okafor" presence="online" />
    <div><b>Mira Okafor</b><small>Design · Lagos</small></div>
    <button uiButton type="button" (click)="handle.close()">Message</button>
  `,
  styles: `
    :host {
      --avatar-over: var(--raise);
      display: grid;
      grid-template-columns: auto 1fr;
      gap: var(--s-3);
      align-items: center;
      min-inline-size: 240px;
      padding: var(--s-4);
      line-height: 1.25rem;
    }
    small {
      display: block;
      color: var(--text-2);
    }
    button {
      grid-column: 1 / -1;
    }
  `,
})
class CardExample {
  protected readonly handle = inject(DIALOG);
}

@Component({
  selector: 'ui-dialogs',
  imports: [Button, DialogExample, State],
  providers: [still],
  template: `
    <ui-state class="fill" name="in place"
      ><div class="ui-dialog-panel"><ui-dialog-example /></div
    ></ui-state>
    <ui-state name="over the page">
      <button uiButton kind="quiet" type="button" (click)="open()">Open a dialog</button>
    </ui-state>
    <ui-state name="along the end, or from below">
      <button uiButton kind="quiet" type="button" (click)="openSheet()">Open a sheet</button>
    </ui-state>
  `,
  styles: '.ui-dialog-panel { max-inline-size: 100%; }',
  host: { class: 'wide' },
})
export class DialogSpecimen {
  private readonly dialogs = inject(Dialogs);
  private readonly sheets = inject(Sheets);

  protected open(): void {
    void this.dialogs.open(() => Promise.resolve(DialogExample));
  }

  protected openSheet(): void {
    void this.sheets.open(() => Promise.resolve(DialogExample));
  }
}

@Component({
  selector: 'ui-popovers',
  imports: [Button, CardExample, State],
  providers: [still],
  template: `
    <ui-state name="in place"
      ><div class="ui-popover-panel"><ui-card-example /></div
    ></ui-state>
    <ui-state name="beside its button">
      <button #anchor uiButton kind="quiet" type="button" (click)="open(anchor.element)">
        Mira Okafor
      </button>
    </ui-state>
  `,
  host: { class: 'wide' },
})
export class PopoverSpecimen {
  private readonly popovers = inject(Popovers);

  protected open(anchor: HTMLElement): void {
    const load = () => Promise.resolve(CardExample);
    void this.popovers.open(load, { anchor, label: 'Mira Okafor' });
  }
}

const items: readonly MenuItem[] = [
  { id: 'reply', label: 'Reply', icon: 'reply' },
  { id: 'copy', label: 'Copy the text', icon: 'copy' },
  { id: 'delete', label: 'Delete', icon: 'trash-2', isDanger: true },
];
const themes: readonly MenuItem[] = [
  { id: 'light', label: 'Light', icon: 'sun', isChosen: true },
  { id: 'dark', label: 'Dark', icon: 'moon', isChosen: false },
];

@Component({
  selector: 'ui-menus',
  imports: [Button, Menu, State],
  template: `
    <ui-state name="of deeds">
      <div class="ui-popover-panel" inert><ui-menu label="Message" [items]="items" /></div>
    </ui-state>
    <ui-state name="of choices">
      <div class="ui-popover-panel" inert><ui-menu label="Theme" [items]="themes" /></div>
    </ui-state>
    <ui-state name="beside its button">
      <button #anchor uiButton kind="quiet" type="button" (click)="open(anchor.element)">
        Open a menu
      </button>
    </ui-state>
  `,
  host: { class: 'wide' },
})
export class MenuSpecimen {
  protected readonly items = items;
  protected readonly themes = themes;
  private readonly menus = inject(Menus);

  protected open(anchor: HTMLElement): void {
    void this.menus.open({ anchor, label: 'Message', items });
  }
}

@Component({
  selector: 'ui-tooltips',
  imports: [State, Tooltip],
  template: `
    <ui-state name="a name"><ui-tooltip words="Reply" /></ui-state>
    <ui-state name="a longer one">
      <ui-tooltip words="Seen by Mira Okafor, Jonas Nilsen and 3 others" />
    </ui-state>
  `,
  styles: 'ui-tooltip { position: static; }',
})
export class TooltipSpecimen {}
