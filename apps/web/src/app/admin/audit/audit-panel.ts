import { Component, inject } from '@angular/core';
import { Button, Dialog, DIALOG, type DialogHandle } from '@app/web-ui';
import { Moments } from '../frame/moments';
import { ANONYMOUS } from './audit-log';
import type { AuditPanelData } from './audit-panel-data';
import { auditTexts } from './audit-texts';
import { AuditWords } from './audit-words';
import { changesOf } from './changes-of';

/** One entry, with all that it says, and the ways to those that are like it. */
@Component({
  selector: 'app-audit-panel',
  imports: [Button, Dialog],
  templateUrl: './audit-panel.html',
  styleUrl: './audit-panel.css',
})
export class AuditPanel {
  private readonly handle = inject(DIALOG) as DialogHandle<void, AuditPanelData>;
  protected readonly words = inject(AuditWords);
  protected readonly moments = inject(Moments);
  protected readonly texts = auditTexts;
  protected readonly entry = this.handle.data.entry;
  protected readonly changes = changesOf(this.entry);
  protected readonly isKnown = this.entry.actor.id !== ANONYMOUS;

  protected showActor(): void {
    this.handle.data.ask({ actor: this.entry.actor.id, target: '' });
    this.handle.close();
  }

  protected showTarget(): void {
    this.handle.data.ask({ target: this.entry.target?.id ?? '', actor: '' });
    this.handle.close();
  }
}
