import { Component, inject } from '@angular/core';
import type { MadeAnnouncement } from '@app/contracts';
import { Button, Dialogs, EmptyState, Table, TableCell, Toasts } from '@app/web-ui';
import { NOW } from '../../clock';
import { problemWords } from '../../problem-words';
import { adminTexts } from '../admin-texts';
import { AdminSection } from '../frame/admin-section';
import { askAbout } from '../frame/ask-about';
import { ListFoot } from '../frame/list-foot';
import { Moments } from '../frame/moments';
import { Names } from '../frame/names';
import { PageByPage } from '../frame/page-by-page';
import { MadeAnnouncements } from './made-announcements';
import { madeTexts } from './made-texts';

/** `/admin/announcements`: what was, is and will be said to everybody, and the way to more. */
@Component({
  selector: 'app-announcements-page',
  imports: [AdminSection, Button, EmptyState, ListFoot, Table, TableCell],
  templateUrl: './announcements-page.html',
  styleUrls: ['../reports/reports-page.css'],
})
export class AnnouncementsPage {
  private readonly made = inject(MadeAnnouncements);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly now = inject(NOW);
  protected readonly names = inject(Names);
  protected readonly moments = inject(Moments);

  protected readonly texts = adminTexts;
  protected readonly madeTexts = madeTexts;
  protected readonly nameOf = ({ text }: MadeAnnouncement) => text;
  protected readonly columns = [
    { id: 'text', label: madeTexts.text, width: 'minmax(0, 2.5fr)' },
    { id: 'severity', label: madeTexts.severity },
    { id: 'state', label: madeTexts.state, width: 'minmax(0, 0.8fr)' },
    { id: 'from', label: madeTexts.from, width: 'minmax(0, 1.3fr)', isNamed: true },
    { id: 'until', label: madeTexts.until, width: 'minmax(0, 1.3fr)', isNamed: true },
    { id: 'by', label: madeTexts.by, isNamed: true },
  ];
  protected readonly list = new PageByPage<MadeAnnouncement>((cursor) => this.made.list(cursor));

  constructor() {
    void this.list.load();
  }

  protected until({ until }: MadeAnnouncement): string {
    return until === undefined ? madeTexts.endless : this.moments.time(until);
  }

  protected async make(): Promise<void> {
    const made = await this.dialogs.open<MadeAnnouncement>(
      async () => (await import('./new-announcement-dialog')).NewAnnouncementDialog,
    );
    if (made) await this.list.load();
  }

  /** What is over is read in its row; what is not can be taken down. */
  protected async open({ id, text, state, until }: MadeAnnouncement): Promise<void> {
    // The list may be older than the end.
    const isPast = until !== undefined && Date.parse(until) <= this.now().getTime();
    if (isPast || state === 'over') return;
    const meant = await askAbout(this.dialogs, {
      title: madeTexts.takeDownTitle,
      said: text,
      text: madeTexts.takeDownText,
      action: madeTexts.takeDown,
      isDanger: true,
    });
    if (!meant) return;
    try {
      await this.made.takeDown(id, meant);
      this.toasts.say(madeTexts.takenDown);
    } catch (error) {
      // It is over by now; or refused, or no connection.
      this.toasts.warn(problemWords(error));
    }
    await this.list.reload();
  }
}
