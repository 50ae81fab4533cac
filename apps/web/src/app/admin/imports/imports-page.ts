import { Component, computed, effect, inject, LOCALE_ID, signal, untracked } from '@angular/core';
import type { Import } from '@app/contracts';
import { Button, Dialogs, EmptyState, Sheets, Table, TableCell } from '@app/web-ui';
import { adminTexts } from '../admin-texts';
import { AdminSection } from '../frame/admin-section';
import { Moments } from '../frame/moments';
import { Names } from '../frame/names';
import { Polled } from '../frame/polled';
import { Trouble } from '../frame/trouble';
import type { ImportPanelData } from './import-panel-data';
import { ImportStateMark } from './import-state';
import { importTexts } from './import-texts';
import { Imports } from './imports';

/** `/admin/imports`: what was brought in from elsewhere, and the way to more. */
@Component({
  selector: 'app-imports-page',
  imports: [AdminSection, Button, EmptyState, ImportStateMark, Table, TableCell, Trouble],
  templateUrl: './imports-page.html',
  styleUrls: ['../frame/foot.css', '../operations/topology-page.css'],
})
export class ImportsPage {
  private readonly imports = inject(Imports);
  private readonly dialogs = inject(Dialogs);
  private readonly sheets = inject(Sheets);
  protected readonly names = inject(Names);
  protected readonly moments = inject(Moments);
  protected readonly numbers = new Intl.NumberFormat(inject(LOCALE_ID));

  protected readonly texts = adminTexts;
  protected readonly words = importTexts;
  protected readonly nameOf = ({ fileName }: Import) => fileName;
  protected readonly columns = [
    { id: 'file', label: importTexts.file, width: 'minmax(0, 2fr)' },
    { id: 'source', label: importTexts.source, width: 'minmax(0, 0.8fr)' },
    { id: 'kind', label: importTexts.kind, width: 'minmax(0, 0.7fr)' },
    { id: 'state', label: importTexts.state },
    { id: 'messages', label: importTexts.messages, width: 'minmax(0, 0.8fr)', isNamed: true },
    { id: 'by', label: importTexts.by, isNamed: true },
  ];
  /** While one is under way it follows by itself. */
  protected readonly list = new Polled<readonly Import[]>(
    () => this.imports.list(),
    (all) => all?.some(({ state }) => state === 'pending') ?? false,
  );
  /** What has begun or ended while one was here; it stays, as who ordered it may look away. */
  protected readonly news = signal('');
  protected readonly rows = computed(() => this.list.answer() ?? []);

  constructor() {
    void this.list.load();
    let awaited: string | undefined;
    effect(() => {
      const ended = this.rows().find(({ id, state }) => id === awaited && state !== 'pending');
      awaited = this.rows().find(({ state }) => state === 'pending')?.id;
      if (ended) untracked(() => this.tell(ended));
    });
  }

  protected async start(): Promise<void> {
    const load = async () => (await import('./new-import-dialog')).NewImportDialog;
    if (await this.dialogs.open<true>(load)) await this.list.load();
  }

  protected open(one: Import): void {
    const data: ImportPanelData = { import: one, changed: () => void this.list.load() };
    void this.sheets.open(async () => (await import('./import-panel')).ImportPanel, { data });
  }

  private tell({ state }: Import): void {
    if (state !== 'pending') this.news.set(importTexts.ends[state]);
  }
}
