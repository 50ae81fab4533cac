/**
 * Compile-time assertions: `tsc` is the test runner. A line that stops being an error under
 * `@ts-expect-error` fails the build as surely as a line that starts being one.
 */
import * as z from 'zod/mini';
import type { Actor } from './actor.js';
import {
  ChatLogApi,
  type AppendSystem,
  type ChatHeads,
  type ForgottenSlots,
  type OwnSlots,
} from './chat-log.contract.js';
import { apiClass, defineApi, rpc, type ApiMethods } from './define-api.js';
import { type ChatId, type ClientMsgId, MessageId, type UserId } from './ids.js';
import type { Message } from './message.js';
import type { ChangePage } from './messages.contract.js';
import { problem, type Problem } from './problems.js';

type Equal<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
declare function expectType<_ extends true>(): void;

declare const log: ChatLogApi;
declare const clientMsgId: ClientMsgId;
declare const actor: Actor;
declare const chatId: ChatId;
declare const userId: UserId;

// Arguments and results are inferred, and nothing on the way is `any`.
expectType<Equal<Parameters<ChatLogApi['append']>, [actor: Actor, input: AppendSystem]>>();
expectType<Equal<ReturnType<ChatLogApi['append']>, Promise<Message>>>();
expectType<Equal<ReturnType<ChatLogApi['heads']>, Promise<ChatHeads>>>();
expectType<
  Equal<
    keyof ChatLogApi,
    | 'append'
    | 'appendCall'
    | 'changes'
    | 'erase'
    | 'forget'
    | 'heads'
    | 'hiddenAmong'
    | 'holding'
    | 'slotsBehind'
    | 'weigh'
  >
>();

const system = { type: 'member_joined' } as const;
void log.append(actor, { chatId, clientMsgId, system });
// @ts-expect-error -- the actor comes first
void log.append({ chatId, clientMsgId, system });
// @ts-expect-error -- a field is missing
void log.append(actor, { chatId, system });
// @ts-expect-error -- a field too many
void log.append(actor, { chatId, clientMsgId, system, loud: true });
// @ts-expect-error -- a bare string is no ChatId
void log.append(actor, { chatId: 'c1', clientMsgId, system });
// @ts-expect-error -- nor is the id of something else
void log.append(actor, { chatId: userId, clientMsgId, system });
// @ts-expect-error -- no such method
void log.apend(actor, { chatId, clientMsgId, system });
// @ts-expect-error -- the class is a token and a type; a service or a proxy is the object
new ChatLogApi();

// A service that forgets a method, or returns another shape, does not compile.
// @ts-expect-error -- `changes` and others are missing
export class Forgetful implements ChatLogApi {
  append(_: Actor, input: AppendSystem): Promise<Message> {
    return log.append(_, input);
  }
}
export class WrongShape implements ChatLogApi {
  // @ts-expect-error -- the result is no Message
  append(_actor: Actor, _input: AppendSystem): Promise<{ id: MessageId }> {
    return Promise.resolve({ id: MessageId.parse('m') });
  }
  changes(): Promise<ChangePage> {
    return Promise.reject(new Error());
  }
  heads(): Promise<ChatHeads> {
    return Promise.resolve({ items: [] });
  }
  erase(): Promise<Message> {
    return Promise.reject(new Error());
  }
  forget(): Promise<ForgottenSlots> {
    return Promise.resolve({ toSeq: 0, hasMore: false });
  }
  hiddenAmong(): Promise<OwnSlots> {
    return Promise.resolve({ items: [] });
  }
}

// Routing names a field of the input.
const Ping = z.strictObject({ to: z.string() });
rpc('ping.send', Ping, Ping, { partitionBy: 'to' });
// @ts-expect-error -- no such field
rpc('ping.send', Ping, Ping, { partitionBy: 'form' });
// @ts-expect-error -- a pattern is `<module>.<method>`
rpc('ping', Ping, Ping);

const pingContract = defineApi({ send: rpc('ping.send', Ping, Ping) });
abstract class PingApi extends apiClass(pingContract) {}
expectType<Equal<keyof PingApi, 'send'>>();
expectType<Equal<ApiMethods<typeof pingContract>['send'], PingApi['send']>>();

// Problems carry exactly the facts of their code.
expectType<Equal<ReturnType<typeof problem<'not_member'>>, Problem<'not_member'>>>();
problem('unauthenticated');
problem('not_member', { chatId });
// @ts-expect-error -- the facts are missing
problem('not_member');
// @ts-expect-error -- this code has none
problem('unauthenticated', { chatId });
// @ts-expect-error -- no such code
problem('no_such_code');
// @ts-expect-error -- another fact than promised
problem('not_member', { chatId: 'c1' });
