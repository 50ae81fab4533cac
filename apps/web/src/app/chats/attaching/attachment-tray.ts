import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  output,
  signal,
} from '@angular/core';
import { maxFilesOfMessage } from '@app/contracts';
import { IconButton, TIME_LOCALE } from '@app/web-ui';
import { WaitingUploads } from '../../data-access/waiting-uploads';
import { FileBadge } from '../files/file-badge';
import { sizeWords } from '../files/file-looks';
import { shapeOf } from '../files/file-shapes';
import { LiveLines } from '../message-list/live-lines';
import { Attachments, type JudgedAttachment } from './attachments';
import { attachingTexts } from './attaching-texts';
import { LocalPicture } from './local-picture';

/** The files that go with the message that is being written. */
@Component({
  selector: 'app-attachment-tray',
  imports: [FileBadge, IconButton, LocalPicture],
  templateUrl: './attachment-tray.html',
  styleUrls: ['../files/file-box.css', './attachment-tray.css'],
})
export class AttachmentTray {
  /** The last one was taken away: the focus has no place here any more. */
  readonly emptied = output();

  protected readonly texts = attachingTexts;
  protected readonly attachments = inject(Attachments);
  private readonly uploads = inject(WaitingUploads);
  private readonly locale = inject(TIME_LOCALE)();
  private readonly lines = inject(LiveLines);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly injector = inject(Injector);
  /** Those that this browser cannot draw. */
  private readonly undrawn = signal<ReadonlySet<number>>(new Set());

  protected readonly shown = computed(() =>
    this.attachments.shown().map((one) => ({
      ...one,
      about: one.obstacle ? this.words(one) : sizeWords(one.content.size, this.locale),
      isPicture: this.isPicture(one),
    })),
  );

  protected noteUndrawn(id: number): void {
    this.undrawn.update((before) => new Set(before).add(id));
  }

  protected remove({ id, name }: JudgedAttachment): void {
    const place = this.shown().findIndex((one) => one.id === id);
    this.attachments.remove(id);
    this.lines.say(attachingTexts.removed(name));
    afterNextRender(() => this.focusAt(place), { injector: this.injector });
  }

  /** The button that stands where the last one was. */
  private focusAt(place: number): void {
    const buttons = this.element.querySelectorAll('button');
    const next = buttons[Math.min(place, buttons.length - 1)];
    if (next) next.focus();
    else this.emptied.emit();
  }

  private isPicture({ id, type, obstacle }: JudgedAttachment): boolean {
    if (obstacle && obstacle !== 'tooMany') return false;
    return shapeOf({ mime: type }) === 'picture' && !this.undrawn().has(id);
  }

  private words({ obstacle }: JudgedAttachment): string {
    const { problems } = attachingTexts;
    if (obstacle === 'tooLarge')
      return problems.tooLarge(sizeWords(this.uploads.maxFileBytes() ?? 0, this.locale));
    if (obstacle === 'tooMany') return problems.tooMany(maxFilesOfMessage);
    return obstacle === 'folder' ? problems.folder : problems.empty;
  }
}
