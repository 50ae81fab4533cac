import {
  problem,
  type ChatId,
  type ClientMsgId,
  type Message,
  type SendMessage,
  type SentMessage,
} from '@app/contracts';
import { toMessage } from './message.js';
import { placeDraft } from './log/slot.js';
import { draft } from './log/testing/drafts.js';
import { sendInTurn } from './send-in-turn.js';

const item = (chatId: string, clientMsgId: string): SendMessage => ({
  chatId: chatId as ChatId,
  clientMsgId: clientMsgId as ClientMsgId,
  text: clientMsgId,
});

const sentAs = ({ clientMsgId }: SendMessage): SentMessage => {
  const message: Message = toMessage(placeDraft(draft({ clientMsgId: clientMsgId! }), 1, 1));
  return { message, isCreated: true };
};

/** Sends on paper: what was tried, in order, and how it answers. */
function post(answers: Record<string, unknown> = {}) {
  const tried: string[] = [];
  const bugs: unknown[] = [];
  const send = async (one: SendMessage): Promise<SentMessage> => {
    tried.push(one.text);
    await new Promise((turn) => setImmediate(turn));
    const refusal = answers[one.text];
    if (refusal) throw refusal as Error;
    return sentAs(one);
  };
  const flush = (items: SendMessage[]) => sendInTurn(items, send, (bug) => bugs.push(bug));
  return { tried, bugs, flush };
}

const codes = (results: Awaited<ReturnType<typeof sendInTurn>>) =>
  results.map((result) => (result.ok ? result.message.clientMsgId : result.problem.code));

describe('sendInTurn', () => {
  it('sends the messages of a chat in turn, and chats side by side', async () => {
    const { tried, flush } = post();
    const results = await flush([item('a', 'a1'), item('a', 'a2'), item('b', 'b1')]);
    expect(codes(results)).toEqual(['a1', 'a2', 'b1']);
    expect(tried).toEqual(['a1', 'b1', 'a2']);
  });

  it('goes on after a refusal', async () => {
    const { flush } = post({ a1: problem('forbidden') });
    expect(codes(await flush([item('a', 'a1'), item('a', 'a2')]))).toEqual(['forbidden', 'a2']);
  });

  it('tries no more of a chat after an unknown outcome, but of the others', async () => {
    const { tried, flush } = post({ a1: problem('service_unavailable', { service: 'messages' }) });
    const results = await flush([
      item('a', 'a1'),
      item('a', 'a2'),
      item('a', 'a3'),
      item('b', 'b1'),
    ]);
    const away = 'service_unavailable';
    expect(codes(results)).toEqual([away, away, away, 'b1']);
    expect(tried).toEqual(['a1', 'b1']);
  });

  it('reports a bug, and answers the rest', async () => {
    const bug = new TypeError('a bug');
    const { bugs, flush } = post({ a1: bug });
    expect(codes(await flush([item('a', 'a1'), item('b', 'b1')]))).toEqual(['internal', 'b1']);
    expect(bugs).toEqual([bug]);
  });
});
