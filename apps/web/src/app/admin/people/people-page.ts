import {
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  signal,
  untracked,
} from '@angular/core';
import { Router } from '@angular/router';
import { WorkspaceRole, type Account, type AccountState as State } from '@app/contracts';
import { Session } from '@app/web-session';
import { Avatar, Button, EmptyState, Field, Select, Sheets, Table, TableCell } from '@app/web-ui';
import { handleOf } from '../../chats/people/handle';
import { whenTyped } from '../../data-access/when-typed';
import { DeviceAges } from '../../settings/devices/device-ages';
import { adminTexts } from '../admin-texts';
import { AdminSection } from '../frame/admin-section';
import { ListFoot } from '../frame/list-foot';
import { PageByPage } from '../frame/page-by-page';
import { AccountDeeds } from './account-deeds';
import { bulkDeeds, isToBeDone, type BulkDeed } from './account-reach';
import { AccountState } from './account-state';
import { Accounts } from './accounts';
import type { PanelData } from './panel-data';

const { people: texts } = adminTexts;
const everything = { value: '', label: texts.everyRole };

/** `/admin/people`: every account, to be found, looked into, and dealt with, also many at once. */
@Component({
  selector: 'app-people-page',
  imports: [
    AccountState,
    AdminSection,
    Avatar,
    Button,
    EmptyState,
    Field,
    ListFoot,
    Select,
    Table,
    TableCell,
  ],
  templateUrl: './people-page.html',
  styleUrls: ['../frame/chosen.css', './people-page.css'],
})
export class PeoplePage {
  /** From the address, and so are the others. */
  readonly q = input<string>();
  readonly role = input<string>();
  readonly state = input<string>();

  private readonly accounts = inject(Accounts);
  private readonly deeds = inject(AccountDeeds);
  private readonly ages = inject(DeviceAges);
  private readonly sheets = inject(Sheets);
  private readonly router = inject(Router);
  protected readonly me = inject(Session).user;

  protected readonly texts = adminTexts;
  protected readonly handleOf = handleOf;
  protected readonly nameOf = ({ name }: Account) => name;
  protected readonly roles = [
    everything,
    ...WorkspaceRole.options.map((value) => ({ value, label: texts.roles[value] })),
  ];
  protected readonly states = [
    { value: '', label: texts.everyState },
    { value: 'active', label: texts.active },
    { value: 'suspended', label: texts.suspended },
  ];
  protected readonly columns = [
    { id: 'person', label: texts.person, width: 'minmax(0, 2.2fr)' },
    { id: 'email', label: texts.email, width: 'minmax(0, 2fr)' },
    { id: 'role', label: texts.role },
    { id: 'state', label: texts.state },
    { id: 'joined', label: texts.joined, isNamed: true },
  ];
  /** What the address asks for. */
  private readonly filter = computed(() => ({
    q: this.q(),
    role: this.role() as WorkspaceRole | undefined,
    state: this.state() as State | undefined,
  }));
  protected readonly list = new PageByPage<Account>((cursor) =>
    this.accounts.list(this.filter(), cursor),
  );
  protected readonly query = linkedSignal(() => this.q() ?? '');
  /** Those of the page that is shown; another page has nothing chosen. */
  protected readonly selected = linkedSignal<number, ReadonlySet<string>>({
    source: this.list.number,
    computation: () => new Set(),
  });
  protected readonly chosen = computed(() =>
    this.list.items().filter(({ id }) => this.selected().has(id)),
  );
  protected readonly offered = computed(() =>
    bulkDeeds.map((id) => ({
      id,
      name: texts.deeds[id].name,
      isPossible: this.chosen().some((account) => isToBeDone(id, this.me(), account)),
    })),
  );
  protected readonly isWorking = signal(false);
  protected readonly deedProblem = signal('');

  constructor() {
    effect(() => {
      this.filter();
      untracked(() => {
        this.selected.set(new Set());
        void this.list.load();
      });
    });
    whenTyped(
      () => this.query().trim(),
      (q) => q !== (this.q() ?? '') && this.ask({ q }),
    );
  }

  /** In the address, so that the way back leads here again. */
  protected ask(query: Readonly<Record<string, string>>): void {
    const queryParams = Object.fromEntries(
      Object.entries(query).map(([name, value]) => [name, value || null]),
    );
    void this.router.navigate(['/admin', 'people'], {
      queryParams,
      queryParamsHandling: 'merge',
      replaceUrl: true,
    });
  }

  protected joined({ createdAt }: Account): string {
    return this.ages.day(createdAt);
  }

  protected async run(deed: BulkDeed): Promise<void> {
    this.deedProblem.set('');
    this.isWorking.set(true);
    try {
      const outcome = await this.deeds.run(deed, this.chosen());
      if (!outcome) return;
      for (const account of outcome.done) this.list.replace(account);
      // Who is left can be tried again.
      this.selected.set(new Set(outcome.failed.map(({ id }) => id)));
      this.deedProblem.set(outcome.problem);
    } finally {
      this.isWorking.set(false);
    }
  }

  protected open(account: Account): void {
    const data: PanelData = { account, changed: (changed) => this.list.replace(changed) };
    void this.sheets.open(async () => (await import('./account-panel')).AccountPanel, { data });
  }
}
