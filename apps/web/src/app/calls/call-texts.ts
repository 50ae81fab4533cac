import { textsOf } from '../language/texts';
import type { Words } from '../language/words';

/** Every word of calls. */
const english = {
  voiceCall: 'Voice call',
  videoCall: 'Video call',
  incoming: { audio: 'Incoming voice call', video: 'Incoming video call' },
  calls: (who: string, key: string) => `${who} is calling. ${key} goes to the call.`,
  accept: 'Accept',
  acceptAudio: 'Accept without camera',
  acceptVideo: 'Accept with camera',
  decline: 'Decline',
  callWith: (who: string) => `Call with ${who}`,
  phases: {
    waiting: 'Calling…',
    rung: 'Ringing…',
    connecting: 'Connecting…',
    interrupted: 'The connection is lost. Trying again…',
  },
  mute: 'Mute',
  unmute: 'Unmute',
  cameraOn: 'Turn camera on',
  cameraOff: 'Turn camera off',
  share: 'Share screen',
  stopSharing: 'Stop sharing',
  leave: 'Leave',
  more: 'More',
  minimise: 'Back to the chats',
  expand: 'Show the call',
  devices: 'Microphone, camera and speaker',
  pictureInPicture: 'Picture in picture',
  you: 'You',
  screenOf: (who: string) => `${who}: screen`,
  muted: 'Muted',
  speakingMuted: 'You are muted: nobody hears you',
  quality: {
    slow: 'The connection is slow: words come late',
    poor: 'The connection is poor: some words are lost',
    sending: 'Your connection is slow: others miss some of your words',
  },
  obstacles: {
    audio: {
      refused: 'The browser keeps the microphone from this page: nobody hears you.',
      missing: 'No microphone was found: nobody hears you.',
      busy: 'The microphone does not answer. Perhaps another app is using it.',
      insecure: 'Browsers let secure pages (https) use the microphone, and no others.',
      unsupported: 'This browser cannot use a microphone.',
    },
    video: {
      refused: 'The browser keeps the camera from this page.',
      missing: 'No camera was found.',
      busy: 'The camera does not answer. Perhaps another app is using it.',
      insecure: 'Browsers let secure pages (https) use the camera, and no others.',
      unsupported: 'This browser cannot use a camera.',
    },
    screen: {
      refused: '',
      missing: 'There is nothing to share.',
      busy: 'The screen cannot be shared just now.',
      insecure: 'Browsers let secure pages (https) share the screen, and no others.',
      unsupported: 'This browser cannot share the screen.',
    },
  },
  ends: {
    completed: 'The call has ended',
    missed: (who: string) => `${who} did not answer`,
    declined: (who: string) => `${who} declined`,
    busy: (who: string) => `${who} is in another call`,
    failed: 'The call could not be connected',
    lost: 'The connection was lost',
  },
  calledWhileBusy: (who: string) => `${who} called while you were in a call`,
  callAgain: 'Call again',
  refused: 'The call could not be started.',
  problems: {
    call_busy: 'You are in another call already.',
    call_ended: 'The call is over.',
    conflict: 'The call was answered on another device.',
    blocked: 'You cannot call this person.',
    rate_limited: 'That were many calls. Wait a moment.',
  } as Readonly<Record<string, string>>,
  offline: 'Calls need a connection.',
  deviceKinds: { audioinput: 'Microphone', videoinput: 'Camera', audiooutput: 'Speaker' },
  systemDevice: 'As the system says',
  unnamed: (number: string) => `Device ${number}`,
  level: 'How loud your microphone is',
  done: 'Done',
} as const;

export type CallTexts = Words<typeof english>;

export const callTexts = textsOf('calls', english);
