import { Component, computed, inject, signal } from '@angular/core';
import type { ServerProcess, Topology } from '@app/contracts';
import { Button, EmptyState, Sheets, Table, TableCell, TIME_LOCALE } from '@app/web-ui';
import { adminTexts } from '../admin-texts';
import { AdminSection } from '../frame/admin-section';
import { Moments } from '../frame/moments';
import { Polled } from '../frame/polled';
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
    { id: 'version', label: operationTexts.version, isNamed: true },
    { id: 'started', label: operationTexts.started, width: 'minmax(0, 1.5fr)', isNamed: true },
  ];
  protected readonly groups = [
    { id: 'jobs', label: operationTexts.jobsWait },
    { id: 'events', label: operationTexts.eventsWait },
    { id: 'requests', label: operationTexts.requestsWait },
  ] as const;
  private readonly isOpen = signal(false);
  /** What is done in a panel is about what one has seen: nothing moves below it. */
  protected readonly topology = new Polled<Topology>(
    () => this.processes.get(),
    () => !this.isOpen(),
  );
  protected readonly rows = computed(() => this.topology.answer()?.processes ?? []);
  protected readonly waiting = computed(() => waitingIn(this.topology.answer(), this.numbers));
  protected readonly nothingWaits = computed(() =>
    this.groups.every(({ id }) => this.waiting()[id].length === 0),
  );

  constructor() {
    void this.topology.load();
  }

  protected loadOf({ loads: { sockets, rooms } }: ServerProcess): string {
    return [
      ...(sockets === undefined ? [] : [operationTexts.sockets(sockets)]),
      ...(rooms === undefined ? [] : [operationTexts.rooms(rooms)]),
    ].join(' · ');
  }

  protected async open(process: ServerProcess): Promise<void> {
    const load = async () => (await import('./process-panel')).ProcessPanel;
    const data: ProcessPanelData = { process, changed: () => void this.topology.load() };
    this.isOpen.set(true);
    try {
      await this.sheets.open(load, { data });
    } finally {
      this.isOpen.set(false);
    }
  }
}
