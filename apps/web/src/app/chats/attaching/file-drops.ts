import {
  afterNextRender,
  DestroyRef,
  ElementRef,
  inject,
  signal,
  type Signal,
} from '@angular/core';
import type { Offered } from './attachments';

/**
 * Files that are dragged over a page and dropped on it. Beside it a drop does nothing: else the
 * browser would leave the app to show the file. Called where an element is made. `isOver`: files
 * are over it just now. Not host listeners: one of these events comes with every move.
 */
export function fileDrops(drop: (offered: readonly Offered[]) => void, mayDrop: Signal<boolean>) {
  const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  const isOver = signal(false);
  const destroyed = inject(DestroyRef);
  const look = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    const isHere = mayDrop() && host.contains(event.target as Node);
    event.dataTransfer.dropEffect = isHere ? 'copy' : 'none';
    isOver.set(isHere);
  };
  const leave = (event: DragEvent): void => {
    // Nothing is entered: the pointer has left the window.
    if (event.relatedTarget === null) isOver.set(false);
  };
  const take = (event: DragEvent): void => {
    const wasOver = isOver();
    look(event);
    isOver.set(false);
    if (wasOver && event.dataTransfer) drop(offeredBy(event.dataTransfer));
  };
  afterNextRender(() => {
    const on = { signal: endOf(destroyed) };
    document.addEventListener('dragenter', look, on);
    document.addEventListener('dragover', look, on);
    document.addEventListener('dragleave', leave, on);
    document.addEventListener('drop', take, on);
  });
  return isOver.asReadonly();
}

/** Read while the event lasts. */
export function offeredBy(data: DataTransfer): readonly Offered[] {
  const files = [...data.items].filter(({ kind }) => kind === 'file');
  return files.flatMap((item) => {
    const file = item.getAsFile();
    return file ? [{ file, isFolder: item.webkitGetAsEntry()?.isDirectory === true }] : [];
  });
}

function endOf(destroyed: DestroyRef): AbortSignal {
  const end = new AbortController();
  destroyed.onDestroy(() => end.abort());
  return end.signal;
}
