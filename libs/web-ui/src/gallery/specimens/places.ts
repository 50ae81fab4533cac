import { Component, inject, Injectable, signal } from '@angular/core';
import { Banner } from '../../banner/banner';
import { Button } from '../../button/button';
import { Tabs } from '../../tabs/tabs';
import { ToastStack } from '../../toast/toast-stack';
import { Toasts, type Toast } from '../../toast/toasts';
import { State } from '../state';

@Component({
  selector: 'ui-tab-rows',
  imports: [State, Tabs],
  template: `
    <ui-state class="fill" name="with a count">
      <ui-tabs label="Details" [tabs]="tabs" [(chosen)]="chosen">
        <p class="panel">What stands behind “{{ chosen() }}”.</p>
      </ui-tabs>
    </ui-state>
  `,
  styles: '.panel { padding: var(--s-3); color: var(--text-2); font-size: var(--fs-13); }',
  host: { class: 'full' },
})
export class TabRows {
  protected readonly chosen = signal('people');
  protected readonly tabs = [
    { id: 'people', label: 'People', count: 8 },
    { id: 'files', label: 'Files' },
    { id: 'pins', label: 'Pinned', count: 1 },
  ];
}

@Component({
  selector: 'ui-banners',
  imports: [Banner, Button, State],
  template: `
    <ui-state class="fill" name="warning"
      ><ui-banner>Offline. 2 messages wait.</ui-banner></ui-state
    >
    <ui-state class="fill" name="danger, with a way out">
      <ui-banner kind="danger" icon="circle-alert">
        This device cannot keep your messages.
        <button action uiButton kind="text" type="button">Try again</button>
      </ui-banner>
    </ui-state>
    <ui-state class="fill" name="quiet">
      <ui-banner kind="quiet" icon="refresh-cw">A new version is ready.</ui-banner>
    </ui-state>
  `,
  host: { class: 'full' },
})
export class Banners {}

/** Toasts that neither come nor go. */
@Injectable()
class StillToasts extends Toasts {
  private readonly still = signal<readonly Toast[]>([
    { id: 1, kind: 'quiet', text: 'Link copied', isPassing: true },
    {
      id: 2,
      kind: 'quiet',
      text: 'You left Release crew',
      isPassing: true,
      action: { label: 'Undo', run: () => undefined },
    },
    { id: 3, kind: 'danger', text: 'This name is taken', isPassing: false },
  ]);
  override readonly shown = this.still.asReadonly();
}

@Component({
  selector: 'ui-toasts',
  imports: [Button, State, ToastStack],
  providers: [{ provide: Toasts, useClass: StillToasts }],
  template: `
    <ui-state class="fill" name="said, offered, warned"><ui-toast-stack /></ui-state>
    <ui-state name="over the page">
      <button uiButton kind="quiet" type="button" (click)="say()">Say it</button>
    </ui-state>
  `,
  styles: 'ui-toast-stack { position: static; }',
  host: { class: 'full' },
})
export class ToastSpecimen {
  private readonly toasts = inject(Toasts, { skipSelf: true });

  protected say(): void {
    this.toasts.say('You left Release crew', { label: 'Undo', run: () => undefined });
  }
}
