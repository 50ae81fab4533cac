import { callClientEvents, type Call } from '@app/contracts';

/** For `@MessageBody`: what an event of calls carries. */
export const inputOf = (name: keyof typeof callClientEvents) => ({
  schema: callClientEvents[name].input,
});

/** How an event that acts on a call is acked. */
export const ackOf = async (answer: Call | Promise<Call>) => {
  const call = await answer;
  return { ok: true as const, callId: call.id, call };
};
