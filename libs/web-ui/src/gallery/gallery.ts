import { NgComponentOutlet } from '@angular/common';
import { Component, computed, DOCUMENT, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Icon } from '../icon/icon';
import { Segments, type Segment } from '../segments/segments';
import { allLooks, densities, directions, oneOf, themes, type Look } from './looks';
import { specimens } from './specimens';

const segmentsOf = (names: Readonly<Record<string, string>>): readonly Segment[] =>
  Object.entries(names).map(([id, label]) => ({ id, label }));

/** Either all components in one look, or one of them (`shown`) in all looks. */
@Component({
  selector: 'ui-gallery',
  imports: [Icon, NgComponentOutlet, RouterLink, Segments],
  templateUrl: './gallery.html',
  styleUrl: './gallery.css',
})
export class Gallery {
  readonly shown = input<string>();
  readonly theme = input<string>();
  readonly density = input<string>();
  readonly dir = input<string>();

  private readonly router = inject(Router);
  private readonly root = inject(DOCUMENT).documentElement;

  protected readonly groups = groupsOf();
  protected readonly all = specimens;
  protected readonly one = computed(() => specimens.find(({ id }) => id === this.shown()));
  protected readonly looks = allLooks;
  protected readonly look = computed<Look>(() => ({
    theme: oneOf(themes, this.theme()),
    density: oneOf(densities, this.density()),
    direction: oneOf(directions, this.dir()),
  }));
  protected readonly choices = {
    theme: segmentsOf({ light: 'Light', dark: 'Dark', contrast: 'Contrast' }),
    density: segmentsOf({ comfortable: 'Comfortable', compact: 'Compact' }),
    direction: segmentsOf({ ltr: 'LTR', rtl: 'RTL' }),
  };

  constructor() {
    effect(() => this.wear(this.one() ? allLooks[0]! : this.look()));
  }

  protected choose(look: Readonly<Record<string, string>>): void {
    void this.router.navigate([], { queryParams: look, queryParamsHandling: 'merge' });
  }

  /** The page itself: so what opens over it wears the look, too. */
  private wear({ theme, density, direction }: Look): void {
    this.root.dataset['theme'] = theme;
    this.root.dataset['density'] = density;
    this.root.dir = direction;
  }
}

function groupsOf() {
  const names = [...new Set(specimens.map(({ group }) => group))];
  return names.map((name) => ({ name, all: specimens.filter(({ group }) => group === name) }));
}
