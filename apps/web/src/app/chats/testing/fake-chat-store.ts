import { signal, type Provider } from '@angular/core';
import { emptyState, type ClientState } from '@app/chat-state';
import type { Call, ChatId, Message, User, UserId } from '@app/contracts';
import { Session } from '@app/web-session';
import { CallDesk } from '../../calls/call-desk';
import { RunningCalls } from '../../calls/running-calls';
import { ChatActions } from '../../data-access/chat-actions';
import { ChatClient } from '../../data-access/chat-client';
import { ChatStore } from '../../data-access/chat-store';
import { ChatSync } from '../../data-access/chat-sync';
import type {
  ChatRow,
  ChatSection,
  ConnectionState,
  MemberRow,
  OpenChat,
  PendingEntry,
} from '../../data-access/chat-views';
import { KeptTrays } from '../../data-access/kept-trays';
import { MyStatus, type StatusWish } from '../../data-access/my-status';
import { WaitingUploads } from '../../data-access/waiting-uploads';
import { OpenChatStore, type BegunEdit } from '../../data-access/open-chat-store';
import { NOW } from '../../clock';
import { NotificationStore } from '../../notifications/notification-store';
import { SERVER_NOW } from '../../server-now';
import { Workspace } from '../../workspace/workspace';
import { ada, jonas, mira, NOON } from './builders';

/**
 * The stores and the actions in one, whose facts a test sets and whose calls it reads: `['send',
 * 'Hello']`. `answer` is what the next call that asks the server resolves to; an `Error` rejects.
 */
export class FakeChatStore {
  readonly calls: unknown[][] = [];
  answer: unknown = undefined;
  private chosen = 0;

  readonly isReady = signal(true);
  readonly connection = signal<ConnectionState>('online');
  readonly queuedCount = signal(0);
  readonly failedCount = signal(0);
  readonly chats = signal<readonly ChatRow[]>([]);
  readonly sections = signal<readonly ChatSection[]>([]);
  readonly totals = signal({ unread: 0, mentions: 0 });
  readonly people = signal<ReadonlyMap<UserId, User>>(
    new Map([ada, mira, jonas].map((user) => [user.id, user])),
  );
  /** Not of the store: what `MyStatus` knows. */
  readonly wish = signal<StatusWish | null>('auto');
  readonly chatId = signal<ChatId | null>(null);
  readonly chat = signal<OpenChat | null>(null);
  readonly openProblem = signal<string | null>(null);
  readonly isSettled = signal(true);
  readonly beginnings = signal(0);
  readonly messages = signal<readonly Message[]>([]);
  readonly pending = signal<readonly PendingEntry[]>([]);
  readonly hasOlder = signal(false);
  readonly hasNewer = signal(false);
  readonly isLoading = signal(false);
  readonly isRepairing = signal(false);
  readonly completeTo = signal(0);
  readonly headSeq = signal(0);
  readonly unread = signal(0);
  readonly unreadLineSeq = signal<number | null>(null);
  readonly typingIds = signal<readonly UserId[]>([]);
  readonly members = signal<readonly MemberRow[]>([]);
  readonly hasMoreMembers = signal(false);
  readonly seenSeq = signal(0);
  readonly deliveredSeq = signal(0);
  readonly draft = signal('');
  readonly isLeaving = signal(false);
  readonly maxFileBytes = signal<number | null>(null);
  readonly uploadProgress = signal<ReadonlyMap<string, number>>(new Map());

  readonly open = this.asking('open');
  readonly close = this.noting('close');
  readonly loadOlder = this.asking('loadOlder');
  readonly loadNewer = this.asking('loadNewer');
  readonly loadNewest = this.asking('loadNewest');
  readonly loadMoreMembers = this.asking('loadMoreMembers');
  readonly write = this.noting('write');
  readonly writeEdit = this.noting('writeEdit');
  readonly send = this.noting('send');
  readonly sendVoice = this.asking('sendVoice');
  /** Not of the store: what `WaitingUploads` knows and does. */
  readonly uploads = {
    maxFileBytes: this.maxFileBytes,
    progress: this.uploadProgress,
    askMaxFileBytes: this.noting('askMaxFileBytes'),
    remove: this.noting('removeFile'),
    pause: this.noting('pauseFile'),
    content: this.asking<Blob | undefined>('waitingContent'),
  };
  /** Not of the store: what `KeptTrays` does, which has kept nothing. */
  readonly trays = {
    keyFor: (chatId: ChatId) => `${chatId}/${++this.chosen}`,
    follow: this.asking('followTrays'),
    look: this.asking('lookIntoTrays'),
    add: this.noting('keepFiles'),
    remove: this.noting('forgetFiles'),
  };
  readonly retry = this.noting('retry');
  readonly discard = this.asking('discard');
  readonly rewrite = this.asking('rewrite');
  readonly edit = this.asking('edit');
  readonly remove = this.asking('remove');
  readonly findDay = this.asking<number>('findDay');
  readonly lookAt = this.noting('lookAt');
  readonly makeRoom = this.noting('makeRoom');
  readonly markRead = this.noting('markRead');
  readonly markAllRead = this.noting('markAllRead');
  readonly setTyping = this.noting('setTyping');
  readonly create = this.asking<ChatId>('create');
  readonly createDirect = this.asking<ChatId>('createDirect');
  readonly update = this.asking('update');
  readonly updateSettings = this.asking('updateSettings');
  readonly join = this.asking('join');
  readonly leave = this.asking('leave');
  readonly deleteChat = this.asking('deleteChat');
  readonly addMembers = this.asking('addMembers');
  readonly removeMember = this.asking('removeMember');
  readonly changeRole = this.asking('changeRole');
  readonly createInvite = this.asking('createInvite');
  readonly invites = this.asking('invites');
  readonly revokeInvite = this.asking('revokeInvite');
  readonly acceptInvite = this.asking<ChatId>('acceptInvite');
  readonly allPeople = this.asking('allPeople');
  readonly directory = this.asking('directory');
  readonly searchPeople = this.asking<readonly User[]>('searchPeople');
  readonly history = this.asking('history');
  readonly receipts = this.asking('receipts');

  /** Not of the store: what the line says, and the server remembers. */
  readonly pinned = signal<readonly Message[]>([]);
  readonly client = {
    me: ada,
    openId: this.chatId,
    state: signal<ClientState>(emptyState(ada)),
    connection: { listen: () => () => undefined },
    lineState: { state: this.connection },
  };
  readonly sync = {
    hear: this.noting('hear'),
    persist: <T>(attempt: () => Promise<T>) => attempt(),
    archive: {
      react: this.asking<Message>('react'),
      pin: this.asking<Message>('pin'),
      pins: () => Promise.resolve({ items: this.pinned(), page: { nextCursor: null } }),
      messages: () => Promise.resolve([]),
    },
  };

  /** Not of the store: what `CallDesk` does. */
  readonly runningCall = signal<Call | undefined>(undefined);
  readonly startCall = this.asking('startCall');
  readonly acceptCall = this.asking('acceptCall');
  readonly previewCall = this.asking('previewCall');
  readonly desk = {
    isFree: signal(true),
    live: signal(null),
    preview: this.previewCall,
    start: this.startCall,
    accept: this.acceptCall,
  };
  /** Not of the store: what `ChatAvatar` does. */
  readonly changeAvatar = this.asking('changeAvatar');

  /** By the key of the row. */
  readonly edits = new Map<string, string>();
  readonly editOf = (key: string): BegunEdit | null => {
    const text = this.edits.get(key);
    return text === undefined ? null : { text, version: 1 };
  };

  watch(): () => void {
    return () => undefined;
  }

  /** The calls of one name, without it. */
  callsOf(name: string): readonly (readonly unknown[])[] {
    return this.calls.filter(([called]) => called === name).map(([, ...args]) => args);
  }

  private noting(name: string) {
    return (...args: readonly unknown[]): void => {
      this.calls.push([name, ...args]);
    };
  }

  private asking<T>(name: string) {
    return (...args: readonly unknown[]): Promise<T> => {
      this.calls.push([name, ...args]);
      return this.answer instanceof Error
        ? Promise.reject(this.answer)
        : Promise.resolve(this.answer as T);
    };
  }
}

/** Ada is signed in, it is noon, and the chats are the fake. */
export function provideFakes(store: FakeChatStore): Provider[] {
  return [
    { provide: ChatStore, useValue: store },
    { provide: ChatClient, useValue: store.client },
    { provide: ChatSync, useValue: store.sync },
    { provide: MyStatus, useValue: { wish: store.wish } },
    { provide: OpenChatStore, useValue: store },
    { provide: WaitingUploads, useValue: store.uploads },
    { provide: KeptTrays, useValue: store.trays },
    { provide: ChatActions, useValue: store },
    { provide: NOW, useValue: () => NOON },
    { provide: SERVER_NOW, useValue: () => NOON },
    { provide: CallDesk, useValue: store.desk },
    { provide: NotificationStore, useValue: { unread: signal(0) } },
    { provide: RunningCalls, useValue: { in: () => store.runningCall() } },
    {
      provide: Session,
      useValue: {
        user: signal(ada),
        isSignedIn: signal(true),
        start: () => Promise.resolve(),
        keeps: () => undefined,
      },
    },
    {
      provide: Workspace,
      useValue: {
        name: signal('Nordlys Studio'),
        config: signal({ name: 'Nordlys Studio', editWindow: 86_400, maxMessageLength: 8000 }),
      },
    },
  ];
}
