import { Component, computed, inject, signal } from '@angular/core';
import type { ServerProcess, Topology } from '@app/contracts';
import {
  Button,
  EmptyState,
  Sheets,
  Table,
  TableCell,
  TIME_LOCALE,
  type TableState,
} from '@app/web-ui';
import { adminTexts } from '../admin-texts';
import { AdminSection } from '../frame/admin-section';
import { Attempts } from '../frame/attempts';
import { Moments } from '../frame/moments';
import { operationTexts } from './operation-texts';
import type { ProcessPanelData } from './process-panel-data';
import { ProcessStateMark } from './process-state';
import { Processes } from './processes';
import { waitingIn } from './waiting-in';

/** `/admin/topology`: the processes that share the work, and what waits between them. */
@Component({
  selector: 'app-topology-page',
  imports: [AdminSection, Button, EmptyState, ProcessStateMark, Table, TableCell],
  templateUrl: './topology-page.html',
  styleUrls: ['../frame/foot.css', './topology-page.css'],
})
export class TopologyPage {
  private readonly processes = inject(Processes);
  private readonly sheets = inject(Sheets);
  private readonly numbers = new Intl.NumberFormat(inject(TIME_LOCALE)());
  protected readonly moments = inject(Moments);

  protected readonly texts = adminTexts;
  protected readonly words = operationTexts;
  protected readonly nameOf = ({ app, host, pid }: ServerProcess) => `${app} ${host} ${pid}`;
  protected readonly columns = [
    { id: 'process', label: operationTexts.process, width: 'minmax(0, 2fr)' },
    { id: 'state', label: operationTexts.state },
    { id: 'load', label: operationTexts.load },
    { id: 'version', label: operationTexts.version },
    { id: 'started', label: operationTexts.started, width: 'minmax(0, 1.5fr)' },
  ];
  protected readonly groups = [
    { id: 'jobs', label: operationTexts.jobsWait },
    { id: 'events', label: operationTexts.eventsWait },
  ] as const;
  protected readonly topology = signal<Topology | null>(null);
  protected readonly rows = computed(() => this.topology()?.processes ?? []);
  protected readonly waiting = computed(() => waitingIn(this.topology(), this.numbers));
  private readonly attempts = new Attempts();
  protected readonly problem = this.attempts.problem;
  protected readonly isBusy = this.attempts.isBusy;
  protected readonly state = computed<TableState>(() => {
    if (this.topology()) return 'answered';
    return this.problem() === '' ? 'awaited' : 'failed';
  });

  constructor() {
    void this.load();
  }

  protected async load(): Promise<void> {
    if (this.isBusy()) return;
    await this.attempts.run(async () => this.topology.set(await this.processes.get()));
  }

  protected loadOf({ loads: { sockets, rooms } }: ServerProcess): string {
    return [
      ...(sockets === undefined ? [] : [operationTexts.sockets(sockets)]),
      ...(rooms === undefined ? [] : [operationTexts.rooms(rooms)]),
    ].join(' · ');
  }

  protected open(process: ServerProcess): void {
    const load = async () => (await import('./process-panel')).ProcessPanel;
    const data: ProcessPanelData = { process, changed: () => void this.load() };
    void this.sheets.open(load, { data });
  }
}
