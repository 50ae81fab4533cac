import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { ChatId, ClientMsgId } from '@app/contracts';
import { Toasts } from '@app/web-ui';
import { ChatClient } from '../../data-access/chat-client';
import { ChatStore } from '../../data-access/chat-store';
import { aRow } from '../testing/builders';
import { HomelessWords } from './homeless-words';

const [crew, notes] = ['crew', 'notes'] as ChatId[];

/** One that was refused, in a chat that is not mine. */
const anEntry = (id: string, about: object = {}) => ({
  ...{ clientMsgId: id as ClientMsgId, chatId: 'gone', text: `text ${id}`, state: 'failed' },
  ...about,
});

function aHome(...entries: readonly object[]) {
  const kept: (readonly [ChatId, string])[] = [];
  const discarded: string[] = [];
  const outbox = { discard: (id: string) => Promise.resolve(discarded.push(id)) };
  const client = {
    entries: signal(entries),
    isCurrent: signal(true),
    state: signal({ chats: new Map([[crew, {}]]) }),
    outbox: Promise.resolve(outbox),
  };
  const store = {
    chats: signal([aRow({ id: notes!, isSelf: true })]),
    drafts: { append: (id: ChatId, text: string) => void kept.push([id, text]) },
  };
  TestBed.configureTestingModule({
    providers: [
      { provide: ChatClient, useValue: client },
      { provide: ChatStore, useValue: store },
    ],
  });
  TestBed.inject(HomelessWords);
  const look = async () => {
    TestBed.tick();
    await client.outbox;
    const told = TestBed.inject(Toasts).shown().length;
    return { kept: kept.map(([id, text]) => `${id}: ${text}`), discarded, told };
  };
  return { client, look };
}

describe('HomelessWords', () => {
  it('takes what was refused in a chat that is gone to the notes, once, and says so', async () => {
    const { client, look } = aHome(anEntry('1'), anEntry('2'));
    const taken = { kept: ['notes: text 1', 'notes: text 2'], discarded: ['1', '2'], told: 1 };
    expect(await look()).toEqual(taken);
    client.state.set({ chats: new Map() });
    expect(await look()).toEqual(taken);
  });

  it.each([
    ['has its row in a chat of mine', { chatId: crew }],
    ['is still to be sent', { state: 'queued' }],
    ['has files, which would be lost', { files: [{}] }],
    ['says nothing', { text: '' }],
  ])('leaves what %s', async (_, about) => {
    expect(await aHome(anEntry('1', about)).look()).toMatchObject({ kept: [], discarded: [] });
  });

  it('waits until it is known which chats are mine', async () => {
    const { client, look } = aHome(anEntry('1'));
    client.isCurrent.set(false);
    client.entries.set([anEntry('2')]);
    expect((await look()).kept).toEqual([]);
    client.isCurrent.set(true);
    expect((await look()).kept).toEqual(['notes: text 2']);
  });
});
