import { Component, computed, effect, inject, input, linkedSignal, untracked } from '@angular/core';
import type { AdminChat } from '@app/contracts';
import { Button, EmptyState, Field, Select, Sheets, Table, TableCell } from '@app/web-ui';
import { whenTyped } from '../../data-access/when-typed';
import { DeviceAges } from '../../settings/devices/device-ages';
import { adminTexts } from '../admin-texts';
import { AdminSection } from '../frame/admin-section';
import { ChosenRows } from '../frame/chosen-rows';
import { ListFoot } from '../frame/list-foot';
import { PageByPage } from '../frame/page-by-page';
import { questionInAddress } from '../frame/question-in-address';
import { adminChatTexts } from './admin-chat-texts';
import { AdminChats, type AdminChatFilter } from './admin-chats';
import { ChatDeeds } from './chat-deeds';
import type { ChatPanelData } from './chat-panel-data';
import { bulkDeeds, isToBeDone, stateOf, type ChatDeed } from './chat-reach';

const { kinds, states, everyKind, everyState } = adminChatTexts;

/** What one may choose, after all of it. */
function choicesOf(all: string, words: Readonly<Record<string, string>>) {
  const choices = Object.entries(words).map(([value, label]) => ({ value, label }));
  return [{ value: '', label: all }, ...choices];
}

/** `/admin/chats`: every group and channel, to be found, looked into, and dealt with. */
@Component({
  selector: 'app-chats-page',
  imports: [AdminSection, Button, EmptyState, Field, ListFoot, Select, Table, TableCell],
  templateUrl: './chats-page.html',
  styleUrls: ['../frame/chosen.css', '../people/people-page.css'],
})
export class ChatsPage {
  /** From the address, and so are the others. */
  readonly q = input<string>();
  readonly type = input<string>();
  readonly state = input<string>();

  private readonly chats = inject(AdminChats);
  private readonly deeds = inject(ChatDeeds);
  private readonly sheets = inject(Sheets);
  protected readonly ages = inject(DeviceAges);

  protected readonly texts = adminTexts;
  protected readonly words = adminChatTexts;
  protected readonly stateOf = stateOf;
  protected readonly nameOf = ({ name }: AdminChat) => name;
  protected readonly kinds = choicesOf(everyKind, kinds);
  protected readonly states = choicesOf(everyState, states);
  protected readonly columns = [
    { id: 'chat', label: adminChatTexts.chat, width: 'minmax(0, 2.5fr)' },
    { id: 'kind', label: adminChatTexts.kind },
    { id: 'members', label: adminChatTexts.members, isNamed: true },
    { id: 'state', label: adminChatTexts.state },
    { id: 'created', label: adminChatTexts.created, isNamed: true },
  ];
  /** What the address asks for. */
  private readonly filter = computed<AdminChatFilter>(() => ({
    q: this.q(),
    type: this.type() as AdminChatFilter['type'],
    state: this.state() as AdminChatFilter['state'],
  }));
  protected readonly list = new PageByPage<AdminChat>((cursor) =>
    this.chats.list(this.filter(), cursor),
  );
  protected readonly query = linkedSignal(() => this.q() ?? '');
  protected readonly chosen = new ChosenRows(this.list);
  protected readonly offered = computed(() =>
    bulkDeeds.map((id) => ({
      id,
      name: adminChatTexts.deeds[id].name,
      isPossible: this.chosen.rows().some((chat) => isToBeDone(id, chat)),
    })),
  );
  protected readonly ask = questionInAddress('chats');

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

  protected run(deed: ChatDeed): Promise<void> {
    return this.chosen.run((rows) => this.deeds.run(deed, rows));
  }

  protected open(chat: AdminChat): void {
    const data: ChatPanelData = { chat, changed: (changed) => this.list.replace(changed) };
    void this.sheets.open(async () => (await import('./chat-panel')).ChatPanel, { data });
  }
}
