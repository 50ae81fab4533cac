import { textsOf } from '../../language/texts';
import type { Words } from '../../language/words';

/** Every word of what was reported, and of what is done about it. */
const english = {
  state: 'State',
  states: { open: 'Open', closed: 'Closed' },
  about: 'About',
  what: 'What',
  why: 'Why',
  reported: 'Reported',
  outcome: 'Outcome',
  person: 'The person',
  noText: 'A message without words',
  textGone: 'The words are not kept.',
  files: (count: number) => (count === 1 ? '1 file' : `${count} files`),
  by: (count: number) => (count === 1 ? 'by 1 person' : `by ${count} people`),
  none: { open: 'Nothing is open', closed: 'Nothing was closed yet' },
  noneHint: 'People report messages and other people; here is what they say.',
  categories: {
    spam: 'Spam',
    harassment: 'Harassment',
    illegal: 'Against the law',
    other: 'Something else',
  },
  messageOf: (name: string) => `Message of ${name}`,
  written: (time: string) => `Written ${time}`,
  complaints: 'Who reported it',
  more: (count: number) => (count === 1 ? 'and 1 more person' : `and ${count} more people`),
  acts: {
    dismiss: {
      name: 'Dismiss',
      title: 'Dismiss this report?',
      text: 'Nothing is done, and the report is closed. Nobody is told.',
      done: 'Dismissed',
    },
    delete_message: {
      name: 'Delete the message',
      title: 'Delete the message for everyone?',
      text: 'It is gone for everyone, with its files; in its place stands that it was deleted. The report is closed, and keeps the words.',
      done: 'Message deleted',
    },
    warn: {
      name: 'Warn the person',
      title: 'Warn the person?',
      text: 'They are told at once that they must not go on like this, in the words of the reason, and not who says so. The report is closed.',
      done: 'Person warned',
    },
    mute: {
      name: 'Mute the person',
      title: 'Mute the person?',
      text: 'Until then they read, but write nowhere: no message, no change, no reaction. They are told at once, in the words of the reason. The report is closed.',
      done: 'Person muted',
    },
    ban: {
      name: 'Suspend the person',
      title: 'Suspend the person?',
      text: 'All their devices are signed out at once, and there is no way to sign in. An admin can restore them. The report is closed.',
      done: 'Person suspended',
    },
  },
  howLong: 'For how long',
  spans: { hour: 'For an hour', day: 'For a day', week: 'For a week', month: 'For 30 days' },
  reasonIsRead: 'The person reads it, and the audit log keeps it.',
  outcomeBy: (act: string, name: string) => `${act} by ${name}`,
  closedMeanwhile: 'Somebody else has dealt with it meanwhile.',
} as const;

export type ReportTexts = Words<typeof english>;

export const reportTexts = textsOf('reports', english);
