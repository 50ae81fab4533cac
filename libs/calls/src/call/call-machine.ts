import { problem, type CallKind } from '@app/contracts';
import { isLive, partyOf, type OneCall } from './call.js';
import { ended, type CallAction, type CallRules, type Deadline, type Step } from './call-rules.js';
import { directRules } from './direct-rules.js';
import { groupRules } from './group-rules.js';

const rules: Readonly<Record<CallKind, CallRules>> = { direct: directRules, group: groupRules };

/**
 * The call after somebody did something: the same object where nothing changes. Time comes first:
 * what was due before is settled before. Whether a device has gone is left to `settle`: where all
 * come late, who comes first puts nobody out. Throws `forbidden` for who may not, and what
 * `CallsApi` says of each method.
 */
export function act(call: OneCall, action: CallAction, nowMs: number): OneCall {
  const settled = asFarAsHeard(call, nowMs);
  const { steps, newcomer } = rules[call.kind];
  const party = partyOf(settled, action.userId) ?? newcomer(action);
  if (!party) throw problem('forbidden');
  // One row for each type: that it fits is what the table's own type says.
  const step = steps[action.type] as Step<CallAction['type']>;
  return step(settled, party, action, nowMs);
}

/** The call after what time alone has brought; the same object where that is nothing. */
export function settle(call: OneCall, nowMs: number): OneCall {
  return settledBut(() => false, call, nowMs);
}

/** The call after what time has brought, where nobody has gone of whom nothing was heard. */
export function asFarAsHeard(call: OneCall, nowMs: number): OneCall {
  return settledBut(isOfDevice, call, nowMs);
}

/** The call once it may not go on for anybody; the same object where it is over. */
export function close(call: OneCall, nowMs: number): OneCall {
  const settled = asFarAsHeard(call, nowMs);
  if (!isLive(settled)) return settled;
  return ended(settled, settled.startedMs === undefined ? 'cancelled' : 'completed', nowMs);
}

/** When `settle` changes it next, ms; undefined: never. */
export function deadlineOf(call: OneCall): number | undefined {
  return deadlinesOf(call)[0]?.atMs;
}

const isOfDevice = (deadline: Deadline): boolean => deadline.isOfDevice === true;

function settledBut(
  isLeft: (deadline: Deadline) => boolean,
  call: OneCall,
  nowMs: number,
): OneCall {
  const first = deadlinesOf(call).find((deadline) => !isLeft(deadline));
  return first && first.atMs <= nowMs ? settledBut(isLeft, first.then(call), nowMs) : call;
}

/** The next one first. */
function deadlinesOf(call: OneCall): Deadline[] {
  if (!isLive(call)) return [];
  return [...rules[call.kind].deadlines(call)].sort((a, b) => a.atMs - b.atMs);
}
