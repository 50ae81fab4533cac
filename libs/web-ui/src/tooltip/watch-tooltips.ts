import {
  ApplicationRef,
  createComponent,
  DestroyRef,
  EnvironmentInjector,
  type ComponentRef,
  type Injector,
} from '@angular/core';
import { Tooltip } from './tooltip';

/** A pointer that only passes by sees none. The focus stays where it went: it gets one, too. */
export const TOOLTIP_DELAY_MS = 400;

/** What lies between a button and its tooltip is crossed in this time. */
const GRACE_MS = 120;
const NEAR_PX = 6;
const MARGIN_PX = 8;

interface Shown {
  readonly anchor: Element;
  readonly tooltip: ComponentRef<Tooltip>;
}

/** The part of `Tooltips` that is loaded on first use; `first` is what it was loaded for. */
export function watchTooltips(injector: Injector, first: Event): void {
  const watcher = new TooltipWatcher(injector);
  const end = new AbortController();
  const { signal } = end;
  injector.get(DestroyRef).onDestroy(() => {
    end.abort();
    watcher.hide();
  });
  document.addEventListener('pointerover', (event) => watcher.point(event), { signal });
  document.addEventListener('focusin', ({ target }) => watcher.focus(target), { signal });
  for (const away of ['focusout', 'pointerdown', 'keydown', 'wheel'] as const) {
    document.addEventListener(away, () => watcher.hide(), { capture: true, passive: true, signal });
  }
  if (first instanceof FocusEvent) watcher.focus(first.target);
  else watcher.point(first as PointerEvent);
}

class TooltipWatcher {
  private shown: Shown | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly injector: Injector) {}

  /** A finger has no way to point without pressing. */
  point({ target, pointerType }: PointerEvent): void {
    if (pointerType === 'touch') return;
    if (this.shown && this.isOver(target, this.shown)) {
      clearTimeout(this.timer);
      return;
    }
    const anchor = anchorOf(target);
    this.later(GRACE_MS, () => {
      this.hide();
      if (anchor) this.later(TOOLTIP_DELAY_MS - GRACE_MS, () => this.show(anchor));
    });
  }

  focus(target: EventTarget | null): void {
    const anchor = anchorOf(target);
    if (!anchor?.matches(':focus-visible')) return;
    this.later(TOOLTIP_DELAY_MS, () => this.show(anchor));
  }

  hide(): void {
    clearTimeout(this.timer);
    this.shown?.tooltip.destroy();
    this.shown = null;
  }

  private later(ms: number, act: () => void): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(act, ms);
  }

  private isOver(target: EventTarget | null, { anchor, tooltip }: Shown): boolean {
    const at = target as Node | null;
    return anchor.contains(at) || (tooltip.location.nativeElement as Node).contains(at);
  }

  private show(anchor: Element): void {
    this.hide();
    const words = wordsOf(anchor);
    if (!anchor.isConnected || !words) return;
    const tooltip = createComponent(Tooltip, {
      environmentInjector: this.injector.get(EnvironmentInjector),
    });
    tooltip.setInput('words', words);
    const element = tooltip.location.nativeElement as HTMLElement;
    document.body.append(element);
    this.injector.get(ApplicationRef).attachView(tooltip.hostView);
    tooltip.changeDetectorRef.detectChanges();
    place(element, anchor);
    this.shown = { anchor, tooltip };
  }
}

function anchorOf(target: EventTarget | null): Element | null {
  return target instanceof Element ? target.closest('[uiIconButton], [data-tip]') : null;
}

function wordsOf(anchor: Element): string {
  return anchor.getAttribute('data-tip') ?? anchor.getAttribute('aria-label') ?? '';
}

/** Below the middle of its anchor, above it where there is no room, and always on the page. */
function place(element: HTMLElement, anchor: Element): void {
  const box = anchor.getBoundingClientRect();
  const { width, height } = element.getBoundingClientRect();
  const middle = box.left + box.width / 2 - width / 2;
  const below = box.bottom + NEAR_PX;
  const isRoomBelow = below + height + MARGIN_PX <= innerHeight;
  const left = Math.max(MARGIN_PX, Math.min(middle, innerWidth - width - MARGIN_PX));
  element.style.left = `${Math.round(left)}px`;
  element.style.top = `${Math.round(isRoomBelow ? below : box.top - NEAR_PX - height)}px`;
}
