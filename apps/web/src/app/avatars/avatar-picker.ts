import {
  afterNextRender,
  Component,
  ElementRef,
  inject,
  Injector,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { Avatar, Button } from '@app/web-ui';
import { fileDrops } from '../chats/attaching/file-drops';
import { LocalPicture } from '../chats/attaching/local-picture';
import { problemWords } from '../problem-words';
import { avatarTexts } from './avatar-texts';
import { NotAPicture, PictureCrop } from './picture-crop';

/** Gives a picture to somebody, or to a chat: chosen or dropped, looked at, and then saved. */
@Component({
  selector: 'app-avatar-picker',
  imports: [Avatar, Button, LocalPicture],
  templateUrl: './avatar-picker.html',
  styleUrl: './avatar-picker.css',
})
export class AvatarPicker {
  readonly id = input.required<string>();
  readonly name = input.required<string>();
  readonly glyph = input('');
  /** The one that there is. */
  readonly picture = input<string | null>();
  /** Null: none any more. Rejects with what `problemWords` has words for. */
  readonly change = input.required<(picture: Blob | null) => Promise<void>>();

  private readonly crop = inject(PictureCrop);
  private readonly injector = inject(Injector);
  /** The first of the buttons that there are just now. */
  private readonly next = viewChild.required<string, ElementRef<HTMLElement>>('next', {
    read: ElementRef,
  });

  protected readonly texts = avatarTexts;
  /** Cut out, and not saved yet. */
  protected readonly chosen = signal<Blob | null>(null);
  protected readonly isBusy = signal(false);
  protected readonly problem = signal('');
  protected readonly done = signal('');
  protected readonly isOver = fileDrops(
    ([first]) => first && void this.take(first.file),
    signal(true),
  );

  protected async pick(picker: HTMLInputElement): Promise<void> {
    const [file] = picker.files ?? [];
    // The same one may be chosen again.
    picker.value = '';
    if (file) await this.take(file);
  }

  protected async save(): Promise<void> {
    const chosen = this.chosen();
    if (chosen) await this.attempt(chosen, avatarTexts.saved);
  }

  protected async remove(): Promise<void> {
    await this.attempt(null, avatarTexts.removed);
  }

  protected cancel(): void {
    this.chosen.set(null);
    this.problem.set('');
    this.moveFocus();
  }

  private async take(file: Blob): Promise<void> {
    if (this.isBusy()) return;
    this.begin();
    try {
      this.chosen.set(await this.crop.squareOf(file));
      this.moveFocus();
    } catch (error) {
      // It is none that this browser can draw: the one that was chosen before stays.
      this.problem.set(
        error instanceof NotAPicture ? avatarTexts.notAPicture : problemWords(error),
      );
    } finally {
      this.isBusy.set(false);
    }
  }

  private async attempt(picture: Blob | null, done: string): Promise<void> {
    if (this.isBusy()) return;
    this.begin();
    try {
      await this.change()(picture);
      this.chosen.set(null);
      this.done.set(done);
      this.moveFocus();
    } catch (error) {
      // Refused, or no connection: what was chosen stays, to be saved again.
      this.problem.set(problemWords(error));
    } finally {
      this.isBusy.set(false);
    }
  }

  private begin(): void {
    this.isBusy.set(true);
    this.problem.set('');
    this.done.set('');
  }

  /** The button that was pressed is gone. */
  private moveFocus(): void {
    afterNextRender(() => this.next().nativeElement.focus(), { injector: this.injector });
  }
}
