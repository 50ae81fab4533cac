import { Component, computed, ElementRef, inject, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ChatFile, FileKind } from '@app/contracts';
import { Button, EmptyState, Icon, Skeleton, Tabs, TIME_LOCALE } from '@app/web-ui';
import { FileLinks } from '../../data-access/file-links';
import { DetailsPane } from '../chat-details/details-pane';
import { OpenChatStore } from '../../data-access/open-chat-store';
import { FileBadge } from '../files/file-badge';
import { FileCard } from '../files/file-card';
import { blurOf, hasExcerpt, isDrawn } from '../files/file-previews';
import { durationWords } from '../files/file-shapes';
import { FileViewer } from '../files/file-viewer';
import { filesTexts } from '../files/files-texts';
import { SoundPlayer } from '../files/sound-player';
import { PeopleNames } from '../people-names';
import { ChatFileList } from './chat-file-list';
import { COLUMNS, stepBy } from './grid-keys';
import { WhenSeen } from './when-seen';

/**
 * The files of the open chat by kind: pictures and films as a grid, all else in rows. Tab stops
 * once in them, at the piece that was used last; arrows, Home and End lead to others.
 */
@Component({
  selector: 'app-chat-files',
  imports: [
    ...[Button, EmptyState, FileBadge, FileCard, Icon, RouterLink, Skeleton, SoundPlayer, Tabs],
    WhenSeen,
  ],
  providers: [ChatFileList],
  templateUrl: './chat-files.html',
  styleUrl: './chat-files.css',
})
export class ChatFiles {
  protected readonly list = inject(ChatFileList);
  protected readonly store = inject(OpenChatStore);
  private readonly links = inject(FileLinks);
  private readonly names = inject(PeopleNames);
  private readonly viewer = inject(FileViewer);
  private readonly pane = inject(DetailsPane);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly texts = filesTexts;
  private readonly days = new Intl.DateTimeFormat(inject(TIME_LOCALE)(), {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
  protected readonly tabs = (['visual', 'document', 'sound', 'other'] as const).map((id) => ({
    id,
    label: filesTexts.kinds[id],
  }));
  protected readonly none = computed(() => filesTexts.none[this.list.kind()]);
  protected readonly isGrid = computed(() => this.list.kind() === 'visual');
  protected readonly shown = computed(() => this.list.items().map((item) => this.lookOf(item)));
  protected readonly current = linkedSignal<FileKind, string | null>({
    source: this.list.kind,
    computation: () => null,
  });
  /** The place of the piece that is in the tab order; of others that come it knows nothing. */
  protected readonly reachable = computed(() =>
    Math.max(
      0,
      this.shown().findIndex(({ key }) => key === this.current()),
    ),
  );

  protected choose(kind: string): void {
    this.list.kind.set(kind as FileKind);
  }

  protected view({ key }: { readonly key: string }): void {
    const viewable = this.shown().filter(({ isViewable }) => isViewable);
    const start = viewable.findIndex((one) => one.key === key);
    this.viewer.open({ files: viewable.map(({ item }) => item.file), start });
  }

  protected renew(item: ChatFile): void {
    this.links.renew(item.file.id);
  }

  /** The message is behind the details where these cover it. */
  protected uncover(): void {
    this.pane.uncover();
  }

  protected step(event: KeyboardEvent): void {
    const isRtl = getComputedStyle(this.host).direction === 'rtl';
    const [at, count] = [this.reachable(), this.shown().length];
    const columns = this.isGrid() ? COLUMNS : 1;
    // A slider has these keys, too.
    if (event.target instanceof HTMLInputElement) return;
    const to = stepBy(event.key, { at, count, columns, isRtl });
    if (to === null) return;
    event.preventDefault();
    this.current.set(this.shown()[to]!.key);
    const piece = this.host.querySelectorAll<HTMLElement>('li')[to];
    piece?.querySelector<HTMLElement>('button, a')?.focus();
  }

  private lookOf(item: ChatFile) {
    const link = this.links.of(item.file.id);
    const isFilm = item.file.mime.startsWith('video/') && item.isVoice === undefined;
    const durationMs = link?.details?.durationMs ?? item.file.durationMs;
    const duration = isFilm && durationMs !== undefined ? durationWords(durationMs) : '';
    const source = link?.preview === 'ready' ? (link.previews[0]?.url ?? link.url) : null;
    return {
      item,
      link,
      key: `${item.messageId} ${item.file.id}`,
      isFilm,
      isViewable: item.kind === 'visual' || hasExcerpt(link),
      duration,
      // A picture that nobody could draw is shown by its name.
      isDrawn: isDrawn(link, isFilm),
      source: isFilm && link?.previews.length === 0 ? null : source,
      blur: blurOf(link),
      label: `${filesTexts.open(item.file.name)} ${duration}`.trim(),
      caption: `${this.names.of(item.senderId)} · ${this.days.format(new Date(item.createdAt))}`,
    };
  }
}
