import {
  afterNextRender,
  Component,
  computed,
  inject,
  input,
  model,
  output,
  viewChild,
} from '@angular/core';
import { Button, Composer } from '@app/web-ui';
import { Workspace } from '../../workspace/workspace';
import { chatTexts } from '../chat-texts';
import { keyNames } from '../shortcuts/key-names';
import { enterKeys } from '../shortcuts/other-keys';
import { WritingAids } from '../writing/writing-aids';
import { writingTexts } from '../writing/writing-texts';

/** A message being changed, in its place. The new text is its owner's, as that of any composer. */
@Component({
  selector: 'app-message-editor',
  imports: [Button, Composer],
  template: `
    <ui-composer
      sendIcon="check"
      [label]="texts.editing"
      [sendLabel]="texts.save"
      [maxLength]="config().maxMessageLength"
      [sendKey]="aids.sendKey()"
      [completer]="aids.complete"
      [richPaste]="aids.toMarkdown"
      [(text)]="text"
      (send)="saved.emit($event)"
      (cancelled)="cancelled.emit()"
    />
    @if (problem()) {
      <p class="problem" role="alert">{{ problem() }}</p>
    } @else {
      <p class="hint">
        {{ hint() }} ·
        <button uiButton kind="text" type="button" (click)="cancelled.emit()">
          {{ texts.cancel }}
        </button>
      </p>
    }
  `,
  styleUrl: './message-editor.css',
})
export class MessageEditor {
  readonly text = model.required<string>();
  readonly takesFocus = input(true);
  /** Why it could not be saved, in words. */
  readonly problem = input('');
  readonly saved = output<string>();
  readonly cancelled = output();

  protected readonly texts = chatTexts;
  protected readonly aids = inject(WritingAids);
  protected readonly config = inject(Workspace).config;
  protected readonly hint = computed(() => {
    const { send } = enterKeys[this.aids.sendKey()];
    return writingTexts.editHint(keyNames(send).join(' '));
  });
  private readonly composer = viewChild.required(Composer);

  constructor() {
    afterNextRender(() => {
      if (this.takesFocus()) this.composer().focus();
    });
  }
}
