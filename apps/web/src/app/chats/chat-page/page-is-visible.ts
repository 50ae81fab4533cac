import { effect, signal, type Signal } from '@angular/core';

/** Whether the tab is shown, as it comes and goes. Called where effects may be made. */
export function pageIsVisible(): Signal<boolean> {
  const isVisible = signal(document.visibilityState === 'visible');
  effect((onCleanup) => {
    const see = () => isVisible.set(document.visibilityState === 'visible');
    document.addEventListener('visibilitychange', see);
    onCleanup(() => document.removeEventListener('visibilitychange', see));
  });
  return isVisible.asReadonly();
}
