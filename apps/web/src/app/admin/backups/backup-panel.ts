import { Component, inject, LOCALE_ID } from '@angular/core';
import { RequestProblem } from '@app/web-session';
import { Button, Dialog, DIALOG, Dialogs, Toasts, type DialogHandle } from '@app/web-ui';
import { sizeWords } from '../../chats/files/file-looks';
import { problemWords } from '../../problem-words';
import { askAbout } from '../frame/ask-about';
import { Attempts } from '../frame/attempts';
import { Moments } from '../frame/moments';
import { Names } from '../frame/names';
import type { BackupPanelData } from './backup-panel-data';
import { BackupStateMark } from './backup-state';
import { backupTexts } from './backup-texts';
import { Backups } from './backups';

/** One backup: what has become of it, where it is, and the way to be rid of it. */
@Component({
  selector: 'app-backup-panel',
  imports: [BackupStateMark, Button, Dialog],
  templateUrl: './backup-panel.html',
  styleUrl: '../operations/operation-panel.css',
})
export class BackupPanel {
  private readonly handle = inject(DIALOG) as DialogHandle<void, BackupPanelData>;
  private readonly backups = inject(Backups);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly moments = inject(Moments);
  private readonly names = inject(Names);
  private readonly locale = inject(LOCALE_ID);

  protected readonly texts = backupTexts;
  protected readonly backup = this.handle.data.backup;
  protected readonly title = this.moments.time(this.backup.createdAt);
  protected readonly facts = this.factsOf();
  private readonly attempts = new Attempts(wordsOf);
  protected readonly problem = this.attempts.problem;
  protected readonly isBusy = this.attempts.isBusy;

  protected async remove(): Promise<void> {
    const { name: action, title, text, done } = backupTexts.remove;
    await this.attempts.run(async () => {
      const question = { title: title(this.title), text, action, isDanger: true };
      const meant = await askAbout(this.dialogs, question);
      if (!meant) return;
      try {
        await this.backups.remove(this.backup, meant);
      } finally {
        this.handle.data.changed();
      }
      this.toasts.say(done);
      this.handle.close();
    });
  }

  private factsOf(): readonly (readonly [string, string])[] {
    const { label, createdBy, endedAt, archive } = this.backup;
    const { texts, moments } = this;
    return [
      ...(label ? [[texts.label, label] as const] : []),
      [texts.by, this.names.nameOf(createdBy)],
      ...(endedAt ? [[texts.ended, moments.time(endedAt)] as const] : []),
      ...(archive
        ? ([
            [texts.size, sizeWords(archive.size, this.locale)],
            [texts.protection, archive.isEncrypted ? texts.encrypted : texts.open],
            [texts.file, archive.name],
            [texts.hash, archive.sha256],
          ] as const)
        : []),
    ];
  }
}

/** It was removed by somebody else, or by a newer one. */
function wordsOf(error: unknown): string {
  const codes = ['not_found', 'conflict'];
  const hasChanged = error instanceof RequestProblem && codes.includes(error.code);
  return hasChanged ? backupTexts.changed : problemWords(error);
}
