import { textsOf } from '../../language/texts';
import type { Words } from '../../language/words';

/** Every word of what runs, and of the work that waits. */
const english = {
  refresh: 'Refresh',
  process: 'Process',
  state: 'State',
  version: 'Version',
  started: 'Started',
  load: 'Load',
  states: {
    ready: 'Ready',
    not_ready: 'Not ready',
    draining: 'Draining',
    lost: 'Lost',
  },
  stateMeans: {
    ready: 'It takes work.',
    not_ready: 'It lacks something that it depends on.',
    draining: 'It takes nothing new, and goes on with what it has.',
    lost: 'It has said nothing for a while, and has probably died.',
  },
  sockets: (count: number) => (count === 1 ? '1 socket' : `${count} sockets`),
  rooms: (count: number) => (count === 1 ? '1 call' : `${count} calls`),
  none: 'No process is known',
  noneHint: 'They say so themselves within seconds.',
  machine: 'Machine',
  number: 'Process number',
  memory: 'Memory',
  megabytes: (size: string) => `${size} MB`,
  lastSeen: 'Last heard of',
  depends: 'Depends on',
  up: 'Up',
  down: 'Down',
  reaches: 'Reaches',
  breakers: {
    closed: 'Yes',
    'half-open': 'Being tried again',
    open: 'No',
  },
  waits: 'What waits',
  jobsWait: 'Jobs',
  eventsWait: 'Events',
  requestsWait: 'Requests to services',
  eventsOf: (event: string, module: string) => `${event}, for ${module}`,
  unknown: 'not known',
  nothingWaits: 'Nothing waits.',
  drain: {
    name: 'Drain',
    title: (name: string) => `Drain: ${name}?`,
    text: 'It takes no new sockets and calls, and its sockets come back elsewhere. Calls that it has go on. It stays like that until you end it.',
    done: (name: string) => `Draining: ${name}`,
    isLast: 'It is the last of its kind at work. Start another one first.',
  },
  resume: {
    name: 'Take work again',
    title: (name: string) => `Take work again: ${name}?`,
    text: 'It takes new sockets and calls again.',
    done: (name: string) => `Takes work again: ${name}`,
  },
  jobs: {
    kind: 'Kind',
    everyKind: 'Every kind',
    key: 'Key',
    attempts: 'Tries',
    error: 'What the last try failed with',
    states: { waiting: 'Waiting', running: 'Running', delayed: 'Delayed', failed: 'Failed' },
    times: {
      waiting: 'Waits since',
      running: 'Begun',
      delayed: 'Not before',
      failed: 'Given up',
    },
    none: 'No job is like that',
    noneHint: 'Look at another state, or at every kind.',
    retry: {
      name: 'Try again',
      title: (key: string) => `Try again: ${key}?`,
      text: 'It begins anew, as if it had never failed.',
      done: (key: string) => `To be tried again: ${key}`,
    },
    remove: {
      name: 'Remove',
      title: (key: string) => `Remove: ${key}?`,
      text: 'It will not be done. What finds its work by itself puts it in again.',
      done: (key: string) => `Removed: ${key}`,
    },
    changed: 'It has gone on meanwhile. Look again.',
  },
} as const;

export type OperationTexts = Words<typeof english>;

export const operationTexts = textsOf('operations', english);
