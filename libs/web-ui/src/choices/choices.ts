import { Component, input, model } from '@angular/core';
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
  readonly chosen = model.required<string>();
  /** Tiles stand beside each other, with their icons on top. */
  readonly layout = input<'lines' | 'tiles'>('lines');

  protected readonly name = `ui-choices-${++made}`;
}
