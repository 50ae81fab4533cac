import { Component } from '@angular/core';
import { Button } from '../../button/button';
import { IconButton } from '../../button/icon-button';
import { Icon } from '../../icon/icon';
import { State } from '../state';

@Component({
  selector: 'ui-buttons',
  imports: [Button, Icon, State],
  template: `
    @for (kind of kinds; track kind) {
      <ui-state [name]="kind">
        <button uiButton type="button" [kind]="kind">Save changes</button>
      </ui-state>
    }
    @for (kind of kinds; track kind) {
      <ui-state [name]="kind + ', busy'">
        <button uiButton type="button" isBusy [kind]="kind">Save changes</button>
      </ui-state>
    }
    @for (kind of kinds; track kind) {
      <ui-state [name]="kind + ', out of reach'">
        <button uiButton type="button" disabled [kind]="kind">Save changes</button>
      </ui-state>
    }
    <ui-state name="with an icon">
      <button uiButton type="button" kind="quiet"><ui-icon name="user-plus" /> Add people</button>
    </ui-state>
  `,
})
export class Buttons {
  protected readonly kinds = ['primary', 'quiet', 'danger', 'text'] as const;
}

@Component({
  selector: 'ui-icon-buttons',
  imports: [IconButton, State],
  template: `
    <ui-state name="quiet">
      <button uiIconButton type="button" icon="search" label="Search"></button>
    </ui-state>
    <ui-state name="pressed">
      <button
        uiIconButton
        type="button"
        icon="panel-right"
        label="Details"
        aria-pressed="true"
      ></button>
    </ui-state>
    <ui-state name="primary">
      <button uiIconButton type="button" icon="arrow-up" label="Send" kind="primary"></button>
    </ui-state>
    <ui-state name="out of reach">
      <button uiIconButton type="button" icon="bell-off" label="Mute" disabled></button>
    </ui-state>
    <ui-state name="turns with the script">
      <button uiIconButton type="button" icon="reply" label="Reply"></button>
    </ui-state>
  `,
})
export class IconButtons {}
