import { Component, inject, input } from '@angular/core';
import { UiLabels } from '../ui-labels';

/** What a person's devices say of them, as everybody sees it. */
export type DotPresence = 'online' | 'away' | 'dnd' | 'offline';

/**
 * A person's presence: a coloured dot for the eye, the word for a screen reader. The ring needs the
 * colour behind it: set `--avatar-over` where that is not the sidebar's.
 */
@Component({
  selector: 'ui-presence-dot',
  template: '<span class="unseen">{{ labels.presence[presence()] }}</span>',
  styleUrl: './presence-dot.css',
  host: { '[attr.data-presence]': 'presence()' },
})
export class PresenceDot {
  readonly presence = input.required<DotPresence>();
  protected readonly labels = inject(UiLabels);
}
