import {
  Component,
  computed,
  DestroyRef,
  effect,
  ElementRef,
  inject,
  input,
  signal,
} from '@angular/core';
import type { UserId } from '@app/contracts';
import type { LiveCall } from '@app/web-calls';
import { Dialogs, Icon, IconButton, Menus } from '@app/web-ui';
import { Session } from '@app/web-session';
import { PeopleNames } from '../../chats/people-names';
import { durationWords } from '../../chats/files/file-shapes';
import { otherKeys } from '../../chats/shortcuts/other-keys';
import { NOW } from '../../clock';
import { CallDesk } from '../call-desk';
import { isCallKey } from '../call-key';
import { callTexts } from '../call-texts';
import { CallTitles } from '../call-titles';
import { obstacleWords } from '../obstacle-words';
import { CallSounds } from './call-sounds';
import { CallTile } from './call-tile';
import { leadOf, seatsOf, withPictures, type CallLayout } from './call-seats';
import { tilesOf } from './call-tiles';
import { dockSwitches, type DockSwitch } from './dock-switches';
import { fitPictures } from './fit-pictures';
import { handsOf } from './raised-hands';
import { liesOverThePage } from './over-the-page';
import { sayWhatHappens, sayWords } from './say-what-happens';
import { closeSmall, showInSmall } from './small-window';
import { speakersOf } from './speakers';
import { stageMenu } from './stage-menu';

const loadAdding = async () => (await import('../adding/add-to-call')).AddToCall;
const loadPeople = async () => (await import('../people/call-people')).CallPeople;
const loadDevices = async () => (await import('../devices/device-dialog')).DeviceDialog;
const loadConnection = async () =>
  (await import('../connection/connection-dialog')).ConnectionDialog;

/** The call in which one is: over the page, or small in a corner of it. */
@Component({
  selector: 'app-call-stage',
  imports: [CallSounds, CallTile, Icon, IconButton],
  templateUrl: './call-stage.html',
  styleUrl: './call-stage.css',
  host: {
    role: 'region',
    tabindex: '-1',
    '[attr.data-theme]': 'theme',
    '[attr.aria-label]': 'texts.callWith(who())',
    '[class.wide]': 'isWide()',
    '(keydown)': 'act($event)',
    '(document:keydown)': 'goThere($event)',
  },
})
export class CallStage {
  readonly live = input.required<LiveCall>();

  protected readonly texts = callTexts;
  /** Pictures want dark around them, whatever the page has. */
  protected readonly theme =
    document.documentElement.dataset['theme'] === 'contrast' ? 'contrast' : 'dark';
  private readonly desk = inject(CallDesk);
  private readonly titles = inject(CallTitles);
  private readonly names = inject(PeopleNames);
  private readonly me = inject(Session).user()!.id;
  private readonly dialogs = inject(Dialogs);
  private readonly menus = inject(Menus);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly now = inject(NOW);
  private readonly second = signal(this.now().getTime());

  protected readonly isWide = this.desk.isWide;
  protected readonly own = computed(() => this.live().own);
  protected readonly incoming = computed(() => this.live().incoming);
  protected readonly sent = computed(() => this.own().sent());
  private readonly tiles = computed(() =>
    tilesOf({
      call: this.live().call(),
      me: this.me,
      received: this.incoming().received(),
      own: { sent: this.sent(), camera: this.own().track('video')() },
    }),
  );
  private readonly layout = signal<CallLayout>('grid');
  protected readonly seats = computed(() =>
    seatsOf(this.shown(), this.layout(), this.incoming().speakers()),
  );
  /** Side by side, as many as there are rows. */
  protected readonly columns = computed(() => Math.ceil(Math.sqrt(this.seats().small.length)));
  protected readonly isPair = computed(
    () => this.seats().small.length === 2 && this.seats().large.length === 0,
  );
  protected readonly who = computed(() => this.titles.of(this.live().call()));
  /** Why it is not heard; '' while it is. */
  private readonly wait = computed(() => {
    const { phases } = callTexts;
    const phase = this.live().phase();
    if (phase === 'waiting') return this.live().isRung() ? phases.rung : phases.waiting;
    return phase === 'active' || phase === 'ended' ? '' : phases[phase];
  });
  protected readonly state = computed(() => {
    if (this.wait()) return this.wait();
    const { startedAt } = this.live().call();
    return startedAt ? durationWords(Math.max(0, this.second() - Date.parse(startedAt))) : '';
  });
  protected readonly isTimed = computed(() => this.live().phase() === 'active');
  /** Not while the one who is called has not answered: then it is between two. */
  protected readonly canAdd = computed(() => {
    const { kind, state } = this.live().call();
    return state !== 'ended' && (kind === 'group' || state !== 'ringing');
  });
  protected readonly hint = computed(
    () =>
      obstacleWords(this.own().trouble()) || this.mutedHint() || this.muteHint() || this.weakness(),
  );
  protected readonly isGroup = computed(() => this.live().call().kind === 'group');
  protected readonly isLocked = computed(() => this.live().call().isLocked === true);
  private readonly isHandUp = computed(() => handsOf(this.live().call()).has(this.me));
  protected readonly switches = computed(() =>
    dockSwitches(this.sent(), this.isGroup() ? this.isHandUp() : null),
  );

  /** Small, who speaks or what is shown; and nobody needs their own initials. */
  private readonly shown = computed(() => {
    const tiles = this.tiles();
    const speakers = this.incoming().speakers();
    if (this.isWide())
      return withPictures(
        tiles.filter(({ isMine, picture }) => !isMine || picture),
        speakers,
      );
    return [tiles.find(({ isScreen }) => isScreen) ?? leadOf(tiles, speakers) ?? tiles[0]!];
  });
  private readonly speakers = speakersOf<UserId>(() => {
    const heard = [...this.incoming().received()].flatMap(([id, { audio }]) =>
      audio ? [[id, audio] as const] : [],
    );
    return new Map(heard);
  });
  /** A copy of the microphone that is never silenced: it is listened to here, and sent nowhere. */
  private readonly copy = signal<MediaStreamTrack | null>(null);
  private readonly isSpeaking = speakersOf<'me'>(() => {
    const copy = this.copy();
    return new Map(copy ? [['me', copy] as const] : []);
  });

  constructor() {
    fitPictures(this.incoming, this.shown, this.host);
    const clock = setInterval(() => this.second.set(this.now().getTime()), 1000);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(clock);
      closeSmall(this.host);
    });
    liesOverThePage(this.host, this.isWide);
    sayWhatHappens(() => this.live().call(), this.me);
    sayWords(this.wait);
    sayWords(this.hint);
    effect((onCleanup) => {
      const microphone = this.own().track('audio')();
      if (!microphone || !this.own().isMuted()) return;
      const copy = microphone.clone();
      copy.enabled = true;
      this.copy.set(copy);
      onCleanup(() => {
        this.copy.set(null);
        copy.stop();
      });
    });
  }

  protected speaks({ userId, isScreen, isMine }: ReturnType<typeof tilesOf>[number]): boolean {
    return !isScreen && !isMine && this.speakers().has(userId);
  }

  protected flip(id: DockSwitch['id']): void {
    if (id === 'audio') this.own().toggleMicrophone();
    else if (id === 'hand') this.toggleHand();
    else this.toggle(id);
  }

  protected addPeople(): void {
    void this.dialogs.open(loadAdding, { data: this.live() });
  }

  protected showPeople(): void {
    void this.dialogs.open(loadPeople, { data: this.live() });
  }

  protected leave(): void {
    void this.desk.hangUp();
  }

  protected async showMore(anchor: HTMLElement): Promise<void> {
    const picture = this.host.querySelector('video');
    const layout = this.layout();
    const items = stageMenu({
      layout,
      hasMany: this.tiles().length > 2,
      screen: this.sent().screen ? this.own().screenContent() : null,
      hasPicture: picture !== null && document.pictureInPictureEnabled,
    });
    const chosen = await this.menus.open({ anchor, label: callTexts.more, items });
    if (chosen === 'layout') this.layout.set(layout === 'grid' ? 'speaker' : 'grid');
    if (chosen === 'detail' || chosen === 'motion') this.own().showAs(chosen);
    if (chosen === 'devices') await this.dialogs.open(loadDevices, { data: this.own() });
    if (chosen === 'connection') await this.dialogs.open(loadConnection, { data: this.incoming() });
    if (chosen === 'picture') await showInSmall(picture);
  }

  protected act(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const deeds = new Map<string, () => void>([
      [otherKeys.calls.mute, () => this.flip('audio')],
      [otherKeys.calls.camera, () => this.flip('video')],
      [otherKeys.calls.hand, () => this.flip('hand')],
      [otherKeys.calls.minimise, () => this.isWide.set(false)],
    ]);
    const deed = deeds.get(event.key.length === 1 ? event.key.toLowerCase() : event.key);
    if (!deed) return;
    event.preventDefault();
    if (!event.repeat) deed();
  }

  protected goThere(event: KeyboardEvent): void {
    if (!isCallKey(event) || this.desk.incoming()) return;
    event.preventDefault();
    this.host.focus();
  }

  private toggle(lane: 'video' | 'screen'): void {
    const own = this.own();
    if (own.track(lane)()) own.close(lane);
    else void (lane === 'video' ? own.openCamera() : own.shareScreen());
  }

  private toggleHand(): void {
    if (this.isGroup()) void this.live().control('call_hand', { isRaised: !this.isHandUp() });
  }

  private muteHint(): string {
    return this.isSpeaking().has('me') ? callTexts.speakingMuted : '';
  }

  private mutedHint(): string {
    const by = this.live().mutedBy();
    return by && !this.sent().audio ? callTexts.mutedBy(this.names.of(by)) : '';
  }

  private weakness(): string {
    const quality = this.incoming().quality();
    if (this.incoming().isReduced()) return callTexts.reduced;
    return quality === 'good' || this.live().phase() !== 'active' ? '' : callTexts.quality[quality];
  }
}
