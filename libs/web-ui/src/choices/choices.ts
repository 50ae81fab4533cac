import { Component, ElementRef, inject, input, output } from '@angular/core';
import { asTold } from '../as-told/as-told';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icons';

/** One of what can be chosen. `hint`: what it means, where the label does not say it. */
export interface Choice<Id extends string = string> {
  readonly id: Id;
  readonly label: string;
  readonly hint?: string;
  readonly icon?: IconName;
}

let made = 0;

/**
 * One of a few that need words of their own: native radio buttons as lines or as tiles. Arrows, Tab
 * and screen readers work as they do everywhere. For two or three short words there is `Segments`.
 *
 * It shows what `chosen` says: what was chosen in vain goes back by itself.
 */
@Component({
  selector: 'ui-choices',
  imports: [Icon],
  templateUrl: './choices.html',
  styleUrl: './choices.css',
})
export class Choices {
  readonly label = input.required<string>();
  readonly choices = input.required<readonly Choice[]>();
  readonly chosen = input.required<string>();
  readonly chosenChange = output<string>();
  /** Tiles stand beside each other, with their icons on top. */
  readonly layout = input<'lines' | 'tiles'>('lines');

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly show = asTold((radios: NodeListOf<HTMLInputElement>) =>
    radios.forEach((radio) => (radio.checked = radio.value === this.chosen())),
  );
  protected readonly name = `ui-choices-${++made}`;

  protected choose(id: string): void {
    this.chosenChange.emit(id);
    this.show(this.host.querySelectorAll('input'));
  }
}
