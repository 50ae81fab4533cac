import type { Topology } from '@app/contracts';
import { operationTexts } from './operation-texts';

/** Something that waits, in words. */
export interface Waiting {
  readonly what: string;
  readonly count: string;
}

/** What waits at all, that of which there is most first. */
export function waitingIn(topology: Topology | null, numbers: Intl.NumberFormat) {
  const { streams = [], queues = [], requests = [] } = topology ?? {};
  const events = streams.map(({ name, module, waiting }) => ({
    what: operationTexts.eventsOf(name, module),
    waiting,
  }));
  const jobs = queues.map(({ kind, waiting, running }) => ({
    what: kind,
    waiting: waiting + running,
  }));
  const asked = requests.map(({ service, waiting }) => ({ what: service, waiting }));
  const inOrder = (all: readonly Counted[]) => inWords(all, numbers);
  return { events: inOrder(events), jobs: inOrder(jobs), requests: inOrder(asked) };
}

/** Null: nobody can tell. */
interface Counted {
  readonly what: string;
  readonly waiting: number | null;
}

function inWords(all: readonly Counted[], numbers: Intl.NumberFormat): Waiting[] {
  return all
    .filter(({ waiting }) => waiting !== 0)
    .sort((a, b) => (b.waiting ?? Infinity) - (a.waiting ?? Infinity))
    .map(({ what, waiting }) => ({
      what,
      count: waiting === null ? operationTexts.unknown : numbers.format(waiting),
    }));
}
