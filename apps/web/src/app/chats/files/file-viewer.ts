import { inject, Injectable } from '@angular/core';
import { Dialogs } from '@app/web-ui';
import type { ViewerRequest } from './viewer-dialog';

/** Shows files as large as the page. Its code comes when somebody looks at the first one. */
@Injectable({ providedIn: 'root' })
export class FileViewer {
  private readonly dialogs = inject(Dialogs);

  open(data: ViewerRequest): void {
    const request = { data, place: 'page' } as const;
    void this.dialogs.open(async () => (await import('./viewer-dialog')).ViewerDialog, request);
  }
}
