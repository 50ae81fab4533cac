import { Component, computed, inject, signal } from '@angular/core';
import type { AuditVerdict } from '@app/contracts';
import { Button, Icon } from '@app/web-ui';
import { problemWords } from '../../problem-words';
import { AuditLog } from './audit-log';
import { auditTexts } from './audit-texts';
import { saveFile } from './save-file';

/** Whether nothing in the log was changed, in words; and all of it, to take away. */
@Component({
  selector: 'app-audit-proof',
  imports: [Button, Icon],
  templateUrl: './audit-proof.html',
  styleUrl: './audit-proof.css',
})
export class AuditProof {
  private readonly log = inject(AuditLog);
  protected readonly texts = auditTexts;
  protected readonly verdict = signal<AuditVerdict | null>(null);
  protected readonly problem = signal('');
  protected readonly doing = signal<'verify' | 'export' | null>(null);
  protected readonly words = computed(() => {
    const verdict = this.verdict();
    if (!verdict) return '';
    const { checked, fault } = verdict;
    if (!fault) return auditTexts.intact(checked);
    return `${auditTexts.faults[fault.reason](fault.position)} ${auditTexts.checked(checked)}`;
  });

  protected verify(): Promise<void> {
    return this.attempt('verify', async () => {
      this.verdict.set(null);
      this.verdict.set(await this.log.verify());
    });
  }

  protected export(): Promise<void> {
    return this.attempt('export', async () => saveFile(await this.log.export(), 'audit.jsonl'));
  }

  private async attempt(doing: 'verify' | 'export', deed: () => Promise<void>): Promise<void> {
    this.problem.set('');
    this.doing.set(doing);
    try {
      await deed();
    } catch (error) {
      // Refused, or no connection: said beside the buttons.
      this.problem.set(problemWords(error));
    } finally {
      this.doing.set(null);
    }
  }
}
