import { Component } from '@angular/core';
import { Avatar } from '../../avatar/avatar';
import { Badge } from '../../badge/badge';
import { Button } from '../../button/button';
import { EmptyState } from '../../empty-state/empty-state';
import { Icon } from '../../icon/icon';
import { ListRow } from '../../list-row/list-row';
import { Skeleton } from '../../skeleton/skeleton';
import { State } from '../state';

@Component({
  selector: 'ui-rows',
  imports: [Avatar, Badge, Icon, ListRow, State],
  template: `
    <ui-state class="fill" name="at rest">
      <button uiListRow type="button">
        <ui-avatar lead id="u_mira1" name="Mira Okafor" presence="online" />
        <span heading>Mira Okafor</span><time meta>11:40</time><span line>You: shipped it</span>
      </button>
    </ui-state>
    <ui-state class="fill" name="waiting for the person">
      <button uiListRow type="button" isStrong>
        <ui-avatar lead id="c_design0" name="Design studio" />
        <span heading>Design studio</span><time meta>12:04</time>
        <span line>Mira: the tokens are in, have a look when you can</span>
        <ui-badge end [unread]="9" [mentions]="2" />
      </button>
    </ui-state>
    <ui-state class="fill" name="one is there">
      <button uiListRow type="button" aria-current="page">
        <ui-avatar lead id="c_release4" name="Release crew" />
        <span heading>Release crew</span><time meta>12:07</time>
        <span line>Ada: rolling the second node now</span>
      </button>
    </ui-state>
    <ui-state class="fill" name="muted, with a draft">
      <button uiListRow type="button">
        <ui-avatar lead id="c_incidents" name="incidents" glyph="#" />
        <span heading>incidents</span><ui-icon heading name="bell-off" label="Muted" />
        <time meta>Mon</time><span line>Resolved: slow uploads</span>
        <ui-icon end name="pencil" label="Draft" />
      </button>
    </ui-state>
    <ui-state class="fill" name="out of reach">
      <button uiListRow type="button" disabled>
        <ui-avatar lead id="u_jonas2" name="Jonas Nilsen" />
        <span heading>Jonas Nilsen</span><span line>Is in the chat already</span>
      </button>
    </ui-state>
    <ui-state class="fill" name="of one line">
      <button uiListRow type="button" isSingle>
        <ui-avatar lead id="u_chen0" name="陳怡君" presence="dnd" />
        <span heading>陳怡君</span><span meta>admin</span>
      </button>
    </ui-state>
  `,
  styles: 'ui-icon { --icon-size: 14px; color: var(--text-3); }',
  host: { class: 'wide' },
})
export class Rows {}

@Component({
  selector: 'ui-skeletons',
  imports: [Skeleton, State],
  template: `
    <ui-state class="fill" name="rows"><ui-skeleton [rows]="3" /></ui-state>
    <ui-state class="fill" name="text"><ui-skeleton shape="text" [rows]="3" /></ui-state>
  `,
  host: { class: 'wide' },
})
export class Skeletons {}

@Component({
  selector: 'ui-empty-states',
  imports: [Button, EmptyState, State],
  template: `
    <ui-state class="fill" name="with a way on">
      <ui-empty-state
        icon="search"
        title="No match"
        hint="Try another word, or write to somebody new."
      >
        <button uiButton kind="quiet" type="button">New chat</button>
      </ui-empty-state>
    </ui-state>
    <ui-state class="fill" name="in words only">
      <ui-empty-state icon="notebook-pen" title="Notes to self" hint="Only you can read this." />
    </ui-state>
  `,
  host: { class: 'wide' },
})
export class EmptyStates {}
