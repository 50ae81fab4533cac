import { NgTemplateOutlet } from '@angular/common';
import { Component, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import type { User } from '@app/contracts';
import { Popovers } from '@app/web-ui';
import { KnownNames, type Called } from '../people/known-names';
import type { Inline, LinkPiece } from './inline';

/** A line of a message: its pieces as elements. Nothing of it goes through HTML. */
@Component({
  selector: 'app-message-words',
  imports: [NgTemplateOutlet],
  templateUrl: './message-words.html',
  styleUrl: './message-words.css',
  host: { '[attr.dir]': 'isPart() ? null : "auto"', '[class.jumbo]': 'isJumbo()' },
})
export class MessageWords {
  readonly words = input.required<readonly Inline[]>();
  /** A few emoji and nothing else. */
  readonly isJumbo = input(false);
  /**
   * In a list, a quote or a table, which goes the way of its words: for that they must be without a
   * `dir` of their own, as `auto` passes over what has one.
   */
  readonly isPart = input(false);

  private readonly names = inject(KnownNames);
  private readonly router = inject(Router);
  private readonly popovers = inject(Popovers);

  protected called(name: string): Called | null {
    return this.names.calledBy(name);
  }

  /** A message of this installation opens here; with a key held, as the person says. */
  protected follow(event: MouseEvent, { route }: LinkPiece): void {
    if (route === null || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    void this.router.navigateByUrl(route);
  }

  protected showPerson(person: User, anchor: HTMLElement): void {
    const load = async () => (await import('../people/person-popover')).PersonPopover;
    void this.popovers.open(load, { anchor, label: person.name, data: person });
  }
}
