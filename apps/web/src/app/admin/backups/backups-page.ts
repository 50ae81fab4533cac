import { Component, computed, effect, inject, LOCALE_ID, signal, untracked } from '@angular/core';
import type { Backup, BackupList } from '@app/contracts';
import { RequestProblem } from '@app/web-session';
import { Button, Dialogs, EmptyState, Sheets, Table, TableCell } from '@app/web-ui';
import { sizeWords } from '../../chats/files/file-looks';
import { problemWords } from '../../problem-words';
import { adminTexts } from '../admin-texts';
import { AdminSection } from '../frame/admin-section';
import { askAbout } from '../frame/ask-about';
import { Attempts } from '../frame/attempts';
import { Moments } from '../frame/moments';
import { Names } from '../frame/names';
import { Polled } from '../frame/polled';
import { Trouble } from '../frame/trouble';
import type { BackupPanelData } from './backup-panel-data';
import { BackupStateMark } from './backup-state';
import { backupTexts } from './backup-texts';
import { Backups } from './backups';

/** `/admin/backups`: those in the folder of the server, and the way to another one. */
@Component({
  selector: 'app-backups-page',
  imports: [AdminSection, BackupStateMark, Button, EmptyState, Table, TableCell, Trouble],
  templateUrl: './backups-page.html',
  styleUrls: ['../frame/foot.css', '../operations/topology-page.css'],
})
export class BackupsPage {
  private readonly backups = inject(Backups);
  private readonly dialogs = inject(Dialogs);
  private readonly sheets = inject(Sheets);
  private readonly locale = inject(LOCALE_ID);
  protected readonly names = inject(Names);
  protected readonly moments = inject(Moments);

  protected readonly texts = adminTexts;
  protected readonly words = backupTexts;
  protected readonly nameOf = ({ createdAt }: Backup) => this.moments.time(createdAt);
  protected readonly columns = [
    { id: 'made', label: backupTexts.made, width: 'minmax(0, 1.5fr)' },
    { id: 'state', label: backupTexts.state },
    { id: 'size', label: backupTexts.size, width: 'minmax(0, 0.7fr)' },
    { id: 'protection', label: backupTexts.protection },
    { id: 'by', label: backupTexts.by, isNamed: true },
  ];
  /** While one is made it follows by itself. */
  protected readonly list = new Polled<BackupList>(
    () => this.backups.list(),
    (list) => list?.items.some(({ state }) => state === 'pending') ?? false,
  );
  /** What has begun or ended while one was here; it stays, as who ordered it may look away. */
  protected readonly news = signal('');
  protected readonly rows = computed(() => this.list.answer()?.items ?? []);
  private readonly attempts = new Attempts(wordsOf);
  protected readonly isMaking = this.attempts.isBusy;
  protected readonly problem = this.attempts.problem;

  constructor() {
    void this.list.load();
    let awaited: string | undefined;
    effect(() => {
      const ended = this.rows().find(({ id, state }) => id === awaited && state !== 'pending');
      awaited = this.rows().find(({ state }) => state === 'pending')?.id;
      if (ended) untracked(() => this.tell(ended));
    });
  }

  protected sizeOf({ archive }: Backup): string {
    return archive ? sizeWords(archive.size, this.locale) : '';
  }

  protected protectionOf({ archive }: Backup): string {
    if (!archive) return '';
    return archive.isEncrypted ? backupTexts.encrypted : backupTexts.open;
  }

  protected async make(): Promise<void> {
    const { name: action, title, text, begun } = backupTexts.make;
    await this.attempts.run(async () => {
      const question = { title, text, note: this.noteOf(this.list.answer()), action };
      const meant = await askAbout(this.dialogs, question);
      if (!meant) return;
      try {
        await this.backups.make(meant);
      } finally {
        await this.list.load();
      }
      this.news.set(begun);
    });
  }

  protected open(backup: Backup): void {
    const data: BackupPanelData = { backup, changed: () => void this.list.load() };
    void this.sheets.open(async () => (await import('./backup-panel')).BackupPanel, { data });
  }

  /** What is known before it is made: whether it will be encrypted. */
  private noteOf(list: BackupList | null): string {
    const { willEncrypt, willBeOpen, replaced } = backupTexts.make;
    return [list && (list.willEncrypt ? willEncrypt : willBeOpen), replaced]
      .filter(Boolean)
      .join(' ');
  }

  private tell({ state }: Backup): void {
    this.news.set(backupTexts.ends[state === 'failed' ? 'failed' : 'ready']);
  }
}

function wordsOf(error: unknown): string {
  const isUnderWay = error instanceof RequestProblem && error.code === 'conflict';
  return isUnderWay ? backupTexts.make.underWay : problemWords(error);
}
