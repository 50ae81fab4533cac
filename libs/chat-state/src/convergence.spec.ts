import { ChatId, type ServerEvent, type ServerEventName } from '@app/contracts';
import { aUser, ModelChat } from '@app/contracts/testing';
import * as fc from 'fast-check';
import {
  adoptChanges,
  adoptChat,
  adoptHidden,
  adoptPage,
  applyEvent,
  comparable,
  emptyState,
  gapOf,
  inChat,
  lacksHides,
  type ClientState,
} from './index.js';
import { letGo } from './log-pages.js';

const chatId = ChatId.parse('c1');
const [me, ann] = [aUser('me'), aUser('ann')];

/** One thing that happens to a chat. `at` names a slot, modulo what there is. */
type Act =
  | { readonly do: 'send' | 'mention' | 'summon' | 'answer' | 'rename'; readonly at?: never }
  | {
      readonly do: 'edit' | 'call' | 'react' | 'unreact' | 'remove' | 'read' | 'hide' | 'expire';
      readonly at: number;
    };

interface Told {
  readonly name: ServerEventName;
  readonly event: unknown;
}

/** Does it on the model, and says what the server says of it. */
function happen(chat: ModelChat, act: Act): readonly Told[] {
  const said = (name: ServerEventName, event: unknown): Told[] => [{ name, event }];
  const newMessage = (about: object, by = ann.id) => said('new_message', chat.append(by, about));
  if (act.do === 'send') return newMessage({});
  if (act.do === 'mention') return newMessage({ text: 'For @me.' });
  if (act.do === 'summon') return newMessage({ text: 'All @here, look.' });
  if (act.do === 'answer') return newMessage({}, me.id);
  if (act.do === 'rename') {
    const message = chat.rename(ann.id, `Name ${chat.headRev}`);
    const { name } = chat.chatOf(me.id);
    return [{ name: 'new_message', event: message }, ...said('chat_updated', updated(chat, name))];
  }
  if (chat.headSeq === 0) return [];
  const seq = ((act.at ?? 0) % chat.headSeq) + 1;
  if (act.do === 'read') return said('read_state', chat.read(me.id, seq));
  // Also all that there is.
  if (act.do === 'expire') return said('history_expired', chat.expire(seq + 1));
  if (seq < chat.chatOf(me.id).visibleFromSeq) return unseen(chat, act, seq);
  if (act.do === 'hide') return hidden(chat, seq);
  const known = chat.page({ afterSeq: seq - 1, limit: 1 }).items[0]!;
  if (known.deletedAt !== undefined || known.kind === 'system') return [];
  if (act.do === 'remove') return said('message_deleted', chat.remove(seq, ann.id));
  if (act.do === 'react' || act.do === 'unreact') {
    const reactions = act.do === 'react' ? [{ emoji: '👍', userIds: [me.id, ann.id] }] : [];
    return said('message_edited', chat.react(seq, reactions));
  }
  const text = act.do === 'call' ? `Now @me in ${chat.headRev}` : `Edited in ${chat.headRev}`;
  return said('message_edited', chat.edit(seq, text));
}

/** What somebody began before a slot was too old comes to its end after that. */
function unseen(chat: ModelChat, act: Act, seq: number): readonly Told[] {
  const before = chat.headRev;
  if (act.do === 'remove') chat.remove(seq, ann.id);
  const { headRev: rev } = chat;
  return rev === before ? [] : [{ name: 'chat_advanced', event: { chatId, rev } }];
}

function hidden(chat: ModelChat, seq: number): readonly Told[] {
  const event = chat.hide(seq);
  return [
    { name: 'message_hidden', event },
    { name: 'read_state', event: chat.readStateOf(me.id) },
  ];
}

function updated(chat: ModelChat, name: string): ServerEvent<'chat_updated'> {
  const { peer: _, settings: __, myRole: ___, ...rest } = chat.chatOf(me.id);
  const { lastMessage: _l, lastReadSeq: _r, lastDeliveredSeq: _d, ...more } = rest;
  const { unread: _u, mentions: _m, hides: _h, updatedAt: _a, visibleFromSeq: _v, ...info } = more;
  const { headSeq: _s, headRev: rev, ...traits } = info;
  return { chatId, rev, chat: { ...traits, name } };
}

const act = fc.oneof(
  fc.record({ do: fc.constantFrom('send', 'mention', 'summon', 'answer', 'rename') }),
  fc.record({
    do: fc.constantFrom('edit', 'call', 'react', 'unreact', 'remove', 'read', 'hide', 'expire'),
    at: fc.nat(50),
  }),
) as fc.Arbitrary<Act>;
const acts = fc.array(act, { maxLength: 25 });

const hear = (state: ClientState, { name, event }: Told): ClientState =>
  applyEvent(state, name, event as ServerEvent<typeof name>);

/** What a client does that has just come. */
function fetched(chat: ModelChat): ClientState {
  const listed = adoptChat(emptyState(me), chat.chatOf(me.id));
  return adoptPage(listed, chatId, chat.page({ limit: 50 }));
}

/** What a client does about a gap, about what it missed of my hides, and about guessed counters. */
function repaired(state: ClientState, chat: ModelChat, limit: number): ClientState {
  let now = applyEvent(state, 'chat_head', {
    chatId,
    headSeq: chat.headSeq,
    headRev: chat.headRev,
  });
  for (;;) {
    const { log } = now.chats.get(chatId)!;
    if (!gapOf(log)) break;
    now = adoptChanges(now, chatId, chat.changes(log.rev!, limit));
  }
  const { log } = now.chats.get(chatId)!;
  if (lacksHides(log)) now = adoptHidden(now, chatId, log.hides, chat.hidden(log.hides));
  return now.chats.get(chatId)!.marks.isExact ? now : adoptChat(now, chat.chatOf(me.id));
}

const loaded = (state: ClientState, chat: ModelChat): ClientState =>
  adoptPage(state, chatId, chat.page({ limit: 50 }));

const aModel = (before: readonly Act[]): ModelChat => {
  const chat = new ModelChat(chatId, [me, ann]);
  for (const one of before) happen(chat, one);
  return chat;
};

describe('sync law', () => {
  it('old state and events are the fetched state', () => {
    fc.assert(
      fc.property(acts, acts, (before, during) => {
        const chat = aModel(before);
        const told = fetched(chat);
        const after = during.flatMap((one) => happen(chat, one)).reduce(hear, told);
        expect(comparable(after)).toEqual(comparable(fetched(chat)));
      }),
    );
  });

  it('holds for a chat that nobody has opened', () => {
    fc.assert(
      fc.property(acts, acts, (before, during) => {
        const chat = aModel(before);
        const listed = adoptChat(emptyState(me), chat.chatOf(me.id));
        const after = during.flatMap((one) => happen(chat, one)).reduce(hear, listed);
        const settled = loaded(repaired(after, chat, 100), chat);
        expect(comparable(settled)).toEqual(comparable(fetched(chat)));
      }),
    );
  });

  it('holds for any order and any repetition of the durable events', () => {
    const cases = acts.chain((during) => {
      const chat = aModel([]);
      const start = fetched(chat);
      const told = during.flatMap((one) => happen(chat, one));
      const durable = told.filter(({ name }) => name !== 'read_state');
      const mixed = fc.shuffledSubarray([...durable, ...durable], {
        minLength: 2 * durable.length,
      });
      return mixed.map((events) => ({ chat, start, events, during }));
    });
    fc.assert(
      fc.property(cases, ({ chat, start, events, during }) => {
        fc.pre(!during.some((one) => one.do === 'read'));
        const heard = events.reduce(hear, start);
        // Which of my hides came first, is not told by the log.
        const isAsked = during.some((one) => one.do === 'hide');
        const after = isAsked ? repaired(heard, chat, 100) : heard;
        expect(comparable(after)).toEqual(comparable(fetched(chat)));
      }),
    );
  });

  it('holds for whoever lets go of parts of the log meanwhile, once the end is loaded again', () => {
    const parts = fc.array(fc.record({ from: fc.nat(50), to: fc.nat(50) }), { maxLength: 2 });
    const cases = fc.tuple(acts, fc.array(fc.tuple(act, fc.option(parts)), { maxLength: 25 }));
    fc.assert(
      fc.property(cases, ([before, during]) => {
        const chat = aModel(before);
        const after = during.reduce((state, [one, kept]) => {
          const heard = happen(chat, one).reduce(hear, state);
          if (!kept) return heard;
          return inChat(heard, chatId, (now) => ({ ...now, log: letGo(now.log, kept) }));
        }, fetched(chat));
        const settled = loaded(repaired(after, chat, 100), chat);
        expect(comparable(settled)).toEqual(comparable(fetched(chat)));
      }),
    );
  });

  it('holds after any loss, once the changes are fetched', () => {
    const cases = fc.tuple(
      acts,
      acts,
      fc.infiniteStream(fc.boolean()),
      fc.integer({ min: 1, max: 9 }),
    );
    fc.assert(
      fc.property(cases, ([before, during, arrives, limit]) => {
        const chat = aModel(before);
        const start = fetched(chat);
        const told = during.flatMap((one) => happen(chat, one));
        const heard = told.filter(() => arrives.next().value).reduce(hear, start);
        // Marks are no part of the log: a client that was away asks for them (sync).
        const synced = adoptChat(heard, chat.chatOf(me.id));
        const after = loaded(repaired(synced, chat, limit), chat);
        expect(comparable(after)).toEqual(comparable(fetched(chat)));
      }),
    );
  });
});
