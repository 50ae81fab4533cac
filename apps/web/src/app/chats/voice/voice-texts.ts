import { textsOf } from '../../language/texts';
import type { Words } from '../../language/words';

/** Every word about recording a voice message. */
const english = {
  record: 'Record a voice message',
  panel: 'Recording of a voice message',
  asking: 'Waiting for the microphone…',
  recording: 'Recording',
  paused: 'Paused',
  slide: 'Slide to discard',
  pause: 'Pause recording',
  resume: 'Resume recording',
  stop: 'Stop and listen',
  discard: 'Discard recording',
  send: 'Send voice message',
  listen: 'Listen',
  recorded: (time: string) => `Recorded ${time}. Nothing is sent before you say so.`,
  sent: 'Voice message sent',
  discarded: 'Recording discarded',
  undo: 'Undo',
  full: (minutes: string) => `A voice message lasts ${minutes} minutes at most.`,
  broken: 'The microphone went away. What was recorded is kept.',
  keptIn: (title: string) => `Your recording waits in ${title}`,
  close: 'Close',
  problems: {
    refused: 'The browser keeps the microphone from this page. Allow it there, then try again.',
    missing: 'No microphone was found.',
    busy: 'The microphone does not answer. Perhaps another app is using it.',
    insecure: 'Browsers let secure pages (https) use the microphone, and no others.',
    unsupported: 'This browser cannot record.',
    notLoaded: 'The recorder could not be loaded. Try again when the network is back.',
  },
} as const;

export type VoiceTexts = Words<typeof english>;

export const voiceTexts = textsOf('voice', english);
