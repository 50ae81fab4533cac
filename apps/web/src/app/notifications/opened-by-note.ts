import { inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';

/** What the worker says to the page when a note is pressed. */
interface Opening {
  readonly type: 'parley-open';
  readonly path: string;
}

/** Goes where a note of the worker's leads, without being loaded anew. */
@Injectable({ providedIn: 'root' })
export class OpenedByNote {
  private readonly router = inject(Router);

  constructor() {
    // Only where pages are safe, and not in every private window.
    if (!('serviceWorker' in navigator)) return;
    navigator.serviceWorker.addEventListener('message', ({ data, ports }) => {
      if (!isOpening(data)) return;
      ports[0]?.postMessage('going');
      void this.router.navigateByUrl(data.path);
    });
  }
}

const isOpening = (data: unknown): data is Opening =>
  (data as Opening | null)?.type === 'parley-open';
