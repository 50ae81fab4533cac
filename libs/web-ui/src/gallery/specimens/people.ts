import { Component } from '@angular/core';
import { Avatar } from '../../avatar/avatar';
import { Badge } from '../../badge/badge';
import { PresenceDot } from '../../presence-dot/presence-dot';
import { State } from '../state';

@Component({
  selector: 'ui-avatars',
  imports: [Avatar, State],
  template: `
    <ui-state name="of a person"><ui-avatar id="u_mira1" name="Mira Okafor" /></ui-state>
    <ui-state name="with presence">
      <ui-avatar id="u_jonas2" name="Jonas Nilsen" presence="online" />
    </ui-state>
    <ui-state name="of one sign"><ui-avatar id="u_chen0" name="陳怡君" presence="dnd" /></ui-state>
    <ui-state name="of a channel"><ui-avatar id="c_general" name="general" glyph="#" /></ui-state>
    <ui-state name="small">
      <ui-avatar id="u_boris4" name="Борис Павлов" presence="away" [size]="28" />
    </ui-state>
    <ui-state name="large">
      <ui-avatar id="u_ada1" name="Ada Lindqvist" presence="online" [size]="84" />
    </ui-state>
  `,
})
export class Avatars {}

@Component({
  selector: 'ui-presences',
  imports: [PresenceDot, State],
  template: `
    @for (presence of presences; track presence) {
      <ui-state [name]="presence"><ui-presence-dot [presence]="presence" /></ui-state>
    }
  `,
})
export class Presences {
  protected readonly presences = ['online', 'away', 'dnd', 'offline'] as const;
}

@Component({
  selector: 'ui-badges',
  imports: [Badge, State],
  template: `
    <ui-state name="unread"><ui-badge [unread]="3" /></ui-state>
    <ui-state name="many"><ui-badge [unread]="240" /></ui-state>
    <ui-state name="mentioned"><ui-badge [unread]="5" [mentions]="2" /></ui-state>
  `,
})
export class Badges {}
