import { inject, Injectable } from '@angular/core';
import type { Report, ReportAct } from '@app/contracts';
import { Names } from '../frame/names';
import { reportTexts } from './report-texts';

type ActWords = (typeof reportTexts.acts)[keyof typeof reportTexts.acts];
const acts: Readonly<Record<string, ActWords | undefined>> = reportTexts.acts;

/** What a report says, in a line each. */
@Injectable({ providedIn: 'root' })
export class ReportWords {
  private readonly names = inject(Names);

  /** Who wrote it, or is reported. */
  about({ userId }: Report): string {
    return this.names.nameOf(userId);
  }

  what({ message }: Report): string {
    if (!message) return reportTexts.person;
    if (message.text !== '') return message.text;
    return message.fileCount > 0 ? reportTexts.files(message.fileCount) : reportTexts.noText;
  }

  why({ complaints, complaintCount }: Report): string {
    const categories = new Set(complaints.map(({ category }) => reportTexts.categories[category]));
    return [...categories, reportTexts.by(complaintCount)].join(' · ');
  }

  /** Empty while it is open. */
  outcome({ outcome }: Report): string {
    if (!outcome) return '';
    return reportTexts.outcomeBy(doneWords(outcome.act), this.names.nameOf(outcome.by));
  }
}

/** An act that this release does not know is called as the server calls it. */
function doneWords(act: ReportAct): string {
  return acts[act]?.done ?? act;
}
