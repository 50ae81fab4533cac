import { Directive, effect, ElementRef, inject, input, output } from '@angular/core';

/** Shows a picture that this browser has. Its address lives as long as the element. */
@Directive({
  selector: 'img[appLocalPicture]',
  host: { alt: '', '(load)': 'measure()', '(error)': 'refused.emit()' },
})
export class LocalPicture {
  readonly content = input.required<Blob>({ alias: 'appLocalPicture' });
  /** Px, as it is shown: upright. */
  readonly measured = output<{ readonly width: number; readonly height: number }>();
  /** The browser cannot draw it. */
  readonly refused = output();

  private readonly image = inject<ElementRef<HTMLImageElement>>(ElementRef).nativeElement;

  constructor() {
    effect((onCleanup) => {
      const address = URL.createObjectURL(this.content());
      this.image.src = address;
      onCleanup(() => URL.revokeObjectURL(address));
    });
  }

  protected measure(): void {
    const { naturalWidth: width, naturalHeight: height } = this.image;
    if (width > 0 && height > 0) this.measured.emit({ width, height });
  }
}
