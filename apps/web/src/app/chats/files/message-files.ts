import { Component, computed, effect, inject, input } from '@angular/core';
import type { FileId, MessageFile } from '@app/contracts';
import { Icon } from '@app/web-ui';
import { FileLinks } from '../../data-access/file-links';
import { LocalPicture } from '../attaching/local-picture';
import { OwnPictures } from '../attaching/own-pictures';
import { FileCard } from './file-card';
import { roomOf } from './file-looks';
import { blurOf, hasExcerpt, isDrawn } from './file-previews';
import { durationWords, shapeOf, type FileShape } from './file-shapes';
import { FileViewer } from './file-viewer';
import { filesTexts } from './files-texts';
import { SoundPlayer } from './sound-player';

/**
 * The files of one message: pictures and films in their place, sounds with a player, all else as
 * cards. Each has its room from the first moment on, so that nothing moves when it comes.
 */
@Component({
  selector: 'app-message-files',
  imports: [FileCard, Icon, LocalPicture, SoundPlayer],
  templateUrl: './message-files.html',
  styleUrl: './message-files.css',
})
export class MessageFiles {
  readonly files = input.required<readonly MessageFile[]>();
  /** The one file is what somebody has said. */
  readonly isVoice = input(false);
  /** It was said by somebody else, and not played here. */
  readonly isNew = input(false);
  /** Its parts are in the tab order. */
  readonly isReachable = input(true);

  private readonly links = inject(FileLinks);
  private readonly own = inject(OwnPictures);
  private readonly viewer = inject(FileViewer);
  protected readonly texts = filesTexts;
  protected readonly shown = computed(() => {
    const visual = this.files().filter((file) => this.isVisual(file));
    return this.files().map((file) => this.lookOf(file, visual.length === 1));
  });

  constructor() {
    effect(() => this.links.want(this.files().map(({ id }) => id)));
  }

  /** Among the others of its message that can be looked at. */
  protected view(id: FileId): void {
    const files = this.files().filter((file) => this.isViewable(file));
    this.viewer.open({ files, start: files.findIndex((file) => file.id === id) });
  }

  /** The link has ended, or the preview is not there any more. */
  protected renew(id: FileId): void {
    this.links.renew(id);
  }

  private isVisual(file: MessageFile): boolean {
    return ['picture', 'film'].includes(this.shapeOf(file));
  }

  /** A film without pictures is a sound: recorders of voices call it a film. */
  private shapeOf(file: MessageFile): FileShape {
    const details = this.links.of(file.id)?.details;
    const isOnlyHeard = details?.hasWaveform && details.width === undefined;
    return this.isVoice() || isOnlyHeard ? 'sound' : shapeOf(file);
  }

  private isViewable(file: MessageFile): boolean {
    return this.isVisual(file) || hasExcerpt(this.links.of(file.id));
  }

  private lookOf(file: MessageFile, isAlone: boolean) {
    const link = this.links.of(file.id);
    const own = this.own.of(file.id);
    const shape = link === null && !this.isVoice() ? 'card' : this.shapeOf(file);
    const isFilm = shape === 'film';
    const isVisual = isFilm || shape === 'picture';
    const durationMs = isFilm ? (link?.details?.durationMs ?? file.durationMs) : undefined;
    const duration = durationMs === undefined ? '' : durationWords(durationMs);
    return {
      file,
      link,
      own: own?.content,
      // A picture that nobody could draw is a file like others.
      shape: isVisual ? (isDrawn(link, isFilm) ? 'visual' : 'card') : shape,
      isFilm,
      label: isFilm ? `${filesTexts.play(file.name)} ${duration}` : filesTexts.open(file.name),
      room: roomOf({ ...link?.details, ...sizeOf(file), ...sizeOf(own ?? {}) }, isAlone),
      duration,
      blur: blurOf(link),
      ...sourcesOf(link),
    };
  }
}

/** As it was known when it was sent: what is known later must not move what is there. */
function sizeOf({ width, height }: Pick<MessageFile, 'width' | 'height'>) {
  return width && height ? { width, height } : {};
}

/** Previews by their widths; the picture itself, where it is so small that there are none. */
function sourcesOf(link: ReturnType<FileLinks['of']>) {
  if (link?.preview !== 'ready') return { source: null, sources: null };
  const [smallest] = link.previews;
  return {
    source: smallest?.url ?? link.url,
    sources: link.previews.map(({ size, url }) => `${url} ${size}w`).join(', ') || null,
  };
}
