import { DestroyRef, Directive, ElementRef, inject, output } from '@angular/core';

/** So far before it is seen it is said, px: what comes then is there in time. */
const AHEAD_PX = 400;

/** Says once that its element is to be seen, or soon will. */
@Directive({ selector: '[appWhenSeen]' })
export class WhenSeen {
  readonly appWhenSeen = output();

  constructor() {
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        this.appWhenSeen.emit();
      },
      { rootMargin: `${AHEAD_PX}px` },
    );
    observer.observe(inject<ElementRef<HTMLElement>>(ElementRef).nativeElement);
    inject(DestroyRef).onDestroy(() => observer.disconnect());
  }
}
