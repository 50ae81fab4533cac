import { TestBed } from '@angular/core/testing';
import type { ChatId, ChatRole, WorkspaceRole } from '@app/contracts';
import { ada, anOpenChat, mira } from '../chats/testing/builders';
import { ChatClient } from '../data-access/chat-client';
import { CallHosts } from './call-hosts';
import { aCall } from './testing/a-call';

function hostsAs(myRole: ChatRole, role: WorkspaceRole = 'member', known = 'c1') {
  const info = { ...anOpenChat(), type: 'group', myRole };
  const chats = new Map([[known as ChatId, { info }]]);
  const client = { me: { ...ada, role }, state: () => ({ chats }) };
  TestBed.configureTestingModule({ providers: [{ provide: ChatClient, useValue: client }] });
  return TestBed.inject(CallHosts);
}

const ofMira = aCall({ kind: 'group', callerId: mira.id });

describe('CallHosts', () => {
  it.each([
    ['owner', 'member', true],
    ['admin', 'member', true],
    ['member', 'member', false],
    ['readonly', 'member', false],
    ['member', 'moderator', true],
    ['member', 'admin', true],
    ['member', 'guest', false],
  ] as const)('a chat %s who is a workspace %s: %s', (chatRole, role, isHost) => {
    expect(hostsAs(chatRole, role).isMine(ofMira)).toBe(isHost);
  });

  it('are who has begun the call, whatever they are in the chat, and whether it is known', () => {
    const mine = { ...ofMira, callerId: ada.id };
    expect(hostsAs('member').isMine(mine)).toBe(true);
    TestBed.resetTestingModule();
    const elsewhere = hostsAs('owner', 'owner', 'another');
    expect([elsewhere.isMine(mine), elsewhere.isMine(ofMira)]).toEqual([true, false]);
  });

  it('are nobody between two', () => {
    expect(hostsAs('owner', 'owner').isMine(aCall({ callerId: ada.id }))).toBe(false);
  });
});
