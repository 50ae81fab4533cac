import { Component, input } from '@angular/core';

/**
 * The frame of a page of the console: its name, and, put in, `[filters]`, what is listed, which
 * scrolls, and `[foot]`, which stays.
 */
@Component({
  selector: 'app-admin-section',
  template: `
    <header>
      <h1 tabindex="-1">{{ title() }}</h1>
      <ng-content select="[deeds]" />
    </header>
    <ng-content select="[filters]" />
    <div class="list"><ng-content /></div>
    <ng-content select="[foot]" />
  `,
  styleUrl: './admin-section.css',
})
export class AdminSection {
  readonly title = input.required<string>();
}
