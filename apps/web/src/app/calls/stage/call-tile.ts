import { Component, computed, inject, input } from '@angular/core';
import { Avatar, Icon } from '@app/web-ui';
import { PeopleNames } from '../../chats/people-names';
import { ChatStore } from '../../data-access/chat-store';
import { callTexts } from '../call-texts';
import type { CallTileView } from './call-tiles';
import { Reel } from './reel';

/** Somebody in a call, or what they show. */
@Component({
  selector: 'app-call-tile',
  imports: [Avatar, Icon],
  template: `
    @if (stream(); as media) {
      <video autoplay playsinline [muted]="true" [srcObject]="media"></video>
    } @else {
      <ui-avatar [id]="tile().userId" [name]="name()" [picture]="portrait()" [size]="84" />
    }
    @if (tile().hand; as place) {
      <span class="mark hand">
        <ui-icon name="hand" [label]="texts.handRaised('' + place)" />
        <span aria-hidden="true">{{ place }}</span>
      </span>
    }
    @if (label(); as words) {
      <span class="mark who">
        @if (tile().isScreen) {
          <ui-icon name="screen-share" />
        } @else if (tile().isMuted) {
          <ui-icon name="mic-off" [label]="texts.muted" />
        }
        <bdi>{{ words }}</bdi>
      </span>
    }
  `,
  styleUrl: './call-tile.css',
  host: {
    '[class.speaking]': 'isSpeaking()',
    '[attr.data-key]': 'tile().key',
    '[class.screen]': 'tile().isScreen',
    '[class.mine]': 'tile().isMine',
  },
})
export class CallTile {
  readonly tile = input.required<CallTileView>();
  readonly isSpeaking = input(false);

  protected readonly texts = callTexts;
  private readonly names = inject(PeopleNames);
  private readonly people = inject(ChatStore).people;

  protected readonly name = computed(() => this.names.of(this.tile().userId));
  protected readonly portrait = computed(() => this.people().get(this.tile().userId)?.avatar);
  protected readonly label = computed(() => {
    const { isMine, isScreen, isCalled } = this.tile();
    if (isMine) return callTexts.you;
    if (isScreen) return callTexts.screenOf(this.name());
    return isCalled ? `${this.name()} · ${callTexts.phases.rung}` : this.name();
  });
  private readonly reel = new Reel();
  /** Set once: a picture that is set again flickers. */
  protected readonly stream = computed(() => {
    const track = this.picture();
    return track && this.reel.with(track);
  });
  private readonly picture = computed(() => this.tile().picture);
}
