import { Component, computed, effect, inject, signal } from '@angular/core';
import type { MessageFile, Snippet } from '@app/contracts';
import { DIALOG, IconButton, Icon, TIME_LOCALE, type DialogHandle } from '@app/web-ui';
import { ChatWiring } from '../../data-access/chat-wiring';
import { FileLinks } from '../../data-access/file-links';
import { MessageCode } from '../markup/message-code';
import { sizeWords } from './file-looks';
import { shapeOf } from './file-shapes';
import { filesTexts } from './files-texts';
import { loaded } from '../../loaded';

/** The files of a message that can be looked at, and the one with which to begin. */
export interface ViewerRequest {
  readonly files: readonly MessageFile[];
  readonly start: number;
}

/**
 * Files as large as the page: pictures, films, the first page of a document, the beginning of a
 * text. The arrow keys go from one to the next.
 */
@Component({
  selector: 'app-viewer-dialog',
  imports: [Icon, IconButton, MessageCode],
  templateUrl: './viewer-dialog.html',
  styleUrl: './viewer-dialog.css',
  host: { '(keydown)': 'steer($event)' },
})
export class ViewerDialog {
  protected readonly handle = inject(DIALOG) as DialogHandle<never, ViewerRequest>;
  private readonly links = inject(FileLinks);
  private readonly rest = inject(ChatWiring).rest;
  private readonly locale = inject(TIME_LOCALE)();
  protected readonly texts = filesTexts;
  protected readonly place = signal(this.handle.data.start);
  protected readonly count = this.handle.data.files.length;
  protected readonly file = computed(() => this.handle.data.files[this.place()]!);
  protected readonly shape = computed(() => shapeOf(this.file()));
  protected readonly link = computed(() => this.links.of(this.file().id));
  protected readonly about = computed(() => sizeWords(this.file().size, this.locale));
  /** The largest preview; a picture for which there is none is shown as it is. */
  protected readonly picture = computed(() => {
    const link = this.link();
    const largest = link?.previews.at(-1)?.url;
    return largest ?? (this.shape() === 'picture' ? link?.url : undefined) ?? null;
  });
  protected readonly pictures = computed(() => [this.picture()].filter((url) => url !== null));
  protected readonly text = loaded(
    () => (this.link()?.details?.hasSnippet ? this.file().id : undefined),
    (id) => this.rest.request<Snippet>('GET', `files/${id}/snippet`),
  );

  constructor() {
    effect(() => this.links.want([this.file().id]));
  }

  /** Right is what comes next where one reads to the right. */
  protected steer(event: KeyboardEvent): void {
    // A film has keys of its own.
    if (event.target instanceof HTMLMediaElement) return;
    const isRtl = getComputedStyle(event.currentTarget as HTMLElement).direction === 'rtl';
    const forward = isRtl ? 'ArrowLeft' : 'ArrowRight';
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    this.step(event.key === forward ? 1 : -1);
  }

  protected step(by: number): void {
    this.place.update((place) => Math.min(this.count - 1, Math.max(0, place + by)));
  }
}
