import { Component, computed, effect, inject, input, linkedSignal, untracked } from '@angular/core';
import { WorkspaceRole, type Account, type AccountState as State } from '@app/contracts';
import { Session } from '@app/web-session';
import { Avatar, Button, EmptyState, Field, Select, Sheets, Table, TableCell } from '@app/web-ui';
import { handleOf } from '../../chats/people/handle';
import { whenTyped } from '../../data-access/when-typed';
import { DeviceAges } from '../../settings/devices/device-ages';
import { adminTexts } from '../admin-texts';
import { AdminSection } from '../frame/admin-section';
import { ChosenRows } from '../frame/chosen-rows';
import { ListFoot } from '../frame/list-foot';
import { PageByPage } from '../frame/page-by-page';
import { questionInAddress } from '../frame/question-in-address';
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
  protected readonly chosen = new ChosenRows(this.list);
  protected readonly offered = computed(() =>
    bulkDeeds.map((id) => ({
      id,
      name: texts.deeds[id].name,
      isPossible: this.chosen.rows().some((account) => isToBeDone(id, this.me(), account)),
    })),
  );
  protected readonly ask = questionInAddress('people');

  constructor() {
    effect(() => {
      this.filter();
      untracked(() => {
        this.chosen.clear();
        void this.list.load();
      });
    });
    whenTyped(
      () => this.query().trim(),
      (q) => q !== (this.q() ?? '') && this.ask({ q }),
    );
  }

  protected joined({ createdAt }: Account): string {
    return this.ages.day(createdAt);
  }

  protected run(deed: BulkDeed): Promise<void> {
    return this.chosen.run((rows) => this.deeds.run(deed, rows));
  }

  protected open(account: Account): void {
    const data: PanelData = { account, changed: (changed) => this.list.replace(changed) };
    void this.sheets.open(async () => (await import('./account-panel')).AccountPanel, { data });
  }
}
