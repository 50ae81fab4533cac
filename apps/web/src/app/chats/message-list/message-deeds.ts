import { computed, inject, Injectable, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { Message } from '@app/contracts';
import { RequestProblem } from '@app/web-realtime';
import { Session } from '@app/web-session';
import { Dialogs, Menus, Popovers, Toasts, type MenuItem } from '@app/web-ui';
import { OpenChatStore } from '../../data-access/open-chat-store';
import { problemWords } from '../../problem-words';
import { SERVER_NOW } from '../../server-now';
import { Workspace } from '../../workspace/workspace';
import { chatTexts } from '../chat-texts';
import { callOfMore } from '../signs/calls-many';
import { isCallMeant } from '../signs/is-call-meant';
import { MessageSigns } from '../signs/message-signs';
import { signsTexts } from '../signs/signs-texts';
import {
  actionsFor,
  actionsForPending,
  mayDeleteForEveryone,
  mayPost,
  type ActionContext,
  type MessageAction,
} from './message-actions';
import type { MessageItem } from './timeline-items';

/** What the dialog of a deletion is given. */
export interface DeleteQuestion {
  readonly isForEveryonePossible: boolean;
}

/**
 * What a person does with messages of the open conversation: edit, reply, delete, look closer. One
 * per conversation page; the rows and the page share it.
 */
@Injectable()
export class MessageDeeds {
  private readonly store = inject(OpenChatStore);
  private readonly session = inject(Session);
  private readonly workspace = inject(Workspace);
  private readonly overlays = {
    dialogs: inject(Dialogs),
    menus: inject(Menus),
    popovers: inject(Popovers),
  };
  private readonly toasts = inject(Toasts);
  private readonly signs = inject(MessageSigns);
  private readonly router = inject(Router);
  private readonly now = inject(SERVER_NOW);

  /** The row that is being changed. */
  readonly editingKey = signal<string | null>(null);
  /** The row whose menu is open: it keeps its tools meanwhile. */
  readonly menuKey = signal<string | null>(null);
  /** What it is to say. Until it is stored, the browser keeps it as it keeps drafts. */
  readonly editText = signal('');
  /** The person has just asked for it; one that goes on leaves the focus where it is. */
  readonly isEditWanted = signal(false);
  readonly editProblem = signal('');
  /** Which version it goes from; 0: it was begun before there was one, as it was not sent yet. */
  private editVersion = 0;
  readonly replyTo = signal<Message | null>(null);
  /** A loaded message that the list shall show; the object is new each time. */
  readonly revealed = signal<{ readonly seq: number } | null>(null);
  readonly mayPost = computed(() => {
    const chat = this.store.chat();
    return chat === null || mayPost({ chat });
  });

  actionsOf({ message, entry }: MessageItem): ReadonlySet<MessageAction> {
    if (entry) return actionsForPending(entry);
    const context = this.context();
    return context && message ? actionsFor(message, context) : new Set();
  }

  /** ↑ in the empty composer: the last message of mine that I may still change. */
  editLast(items: readonly MessageItem[]): void {
    const last = items.findLast((item) => this.mayEdit(item));
    if (last) this.edit(last);
  }

  /** What was begun to be changed, and neither stored nor given up. */
  resumeEdit(items: readonly MessageItem[]): void {
    for (const item of items) if (item.message?.deletedAt) this.rescueEdit(item.key);
    const left = items.find((item) => this.store.editOf(item.key) && this.mayEdit(item));
    if (left && this.editingKey() === null) this.edit(left, 'gone on with');
  }

  writeEdit(item: MessageItem, text: string): void {
    this.editText.set(text);
    this.keepEdit(item, text === item.text ? '' : text);
  }

  do(action: Exclude<MessageAction, 'history' | 'react'>, item: MessageItem): void {
    const { message } = item;
    if (action === 'edit') this.edit(item);
    else if (action === 'discard') void this.discard(item);
    else if (message) this.doWith(message, action);
  }

  async showMore(item: MessageItem, anchor: HTMLElement): Promise<void> {
    // Its menu is open, or on its way.
    if (!item.message || this.menuKey() === item.key) return;
    const actions = this.actionsOf(item);
    const lines = menuLines.filter((line) => actions.has(line.id));
    this.menuKey.set(item.key);
    try {
      const request = { anchor, label: chatTexts.tools, items: lines };
      const action = await this.overlays.menus.open(request);
      // An answer may stand beside the tools, so they stay until it is read.
      if (action === 'history') await this.showHistory(item, anchor);
      else if (action === 'react') await this.signs.choose(item.message, anchor);
      else if (action) this.do(action, item);
    } finally {
      this.menuKey.set(null);
    }
  }

  async save(item: MessageItem, text: string): Promise<void> {
    this.editProblem.set('');
    if (!item.entry && text === item.text) {
      this.giveUpEdit(item);
      return;
    }
    const call = callOfMore(item.text, text, this.store.chat());
    if (call && !(await isCallMeant(this.overlays.dialogs, call))) return;
    try {
      await this.change(item, text);
      // Who has written on meanwhile is not done: that text is stored nowhere yet.
      const written = this.store.editOf(item.key)?.text.trim();
      if (written === undefined || written === text) this.giveUpEdit(item);
    } catch (error) {
      // Refused, or no connection: the text waits. The words stand under it while it is shown.
      if (this.editingKey() !== item.key) {
        this.toasts.warn(problemWords(error));
        return;
      }
      this.editProblem.set(problemWords(error));
      if (!(error instanceof RequestProblem && error.code === 'precondition_failed')) return;
      // Who has read that it was changed elsewhere may store their own after all.
      this.editVersion = Number(error.params['version']);
      this.keepEdit(item, this.editText());
    }
  }

  /** Its text is stored, or not wanted any more. */
  giveUpEdit(item: MessageItem): void {
    this.keepEdit(item, '');
    if (this.editingKey() === item.key) this.leaveEdit();
  }

  /** The editor closes; its text waits. */
  leaveEdit(): void {
    this.editingKey.set(null);
    this.editProblem.set('');
  }

  retry({ entry }: MessageItem): void {
    if (entry) this.store.retry(entry.clientMsgId);
  }

  async discard(item: MessageItem): Promise<void> {
    if (!item.entry) return;
    this.keepEdit(item, '');
    try {
      await this.store.discard(item.entry.clientMsgId);
    } catch (error) {
      // It was sent meanwhile, and may not be deleted, or there is no connection.
      this.toasts.warn(problemWords(error));
    }
  }

  reveal(seq: number): void {
    this.revealed.set({ seq });
  }

  /** A message that is loaded is brought in; another one has an address. */
  show(message: Message | null): void {
    if (!message) return;
    const { chatId, seq } = message;
    if (this.store.messages().some((one) => one.id === message.id)) this.reveal(seq);
    else void this.router.navigate(['/c', chatId, seq]);
  }

  /** The picker beside the row; its tools stay meanwhile. */
  async chooseReaction({ key, message }: MessageItem, anchor: HTMLElement): Promise<void> {
    if (!message) return;
    this.menuKey.set(key);
    await this.signs.choose(message, anchor);
    this.menuKey.set(null);
  }

  async showHistory({ message }: MessageItem, anchor: HTMLElement): Promise<void> {
    if (!message) return;
    const load = async () => (await import('../message-dialogs/history-popover')).HistoryPopover;
    const request = { anchor, label: chatTexts.history, data: message };
    await this.overlays.popovers.open(load, request);
  }

  showReceipts({ message }: MessageItem, anchor: HTMLElement): void {
    if (!message) return;
    const load = async () => (await import('../message-dialogs/receipts-popover')).ReceiptsPopover;
    const request = { anchor, label: chatTexts.receipts, data: message };
    void this.overlays.popovers.open(load, request);
  }

  /** Somebody has deleted what was being changed: the words go on where others are written. */
  private rescueEdit(key: string): void {
    const edit = this.store.editOf(key);
    if (!edit) return;
    this.store.write([this.store.draft(), edit.text].filter(Boolean).join('\n'));
    this.store.writeEdit(key, { ...edit, text: '' });
  }

  private doWith(
    message: Message,
    action: Exclude<MessageAction, 'edit' | 'discard' | 'history' | 'react'>,
  ): void {
    const deeds: Readonly<Record<typeof action, () => void>> = {
      reply: () => this.replyTo.set(message),
      copy: () => void this.copy(message.text),
      link: () => void this.copy(`${location.origin}/c/${message.chatId}/${message.seq}`),
      pin: () => void this.signs.pin(message, true),
      unpin: () => void this.signs.pin(message, false),
      delete: () => void this.delete(message),
    };
    deeds[action]();
  }

  private mayEdit(item: MessageItem): boolean {
    return this.actionsOf(item).has('edit');
  }

  private async change(item: MessageItem, text: string): Promise<void> {
    const { message, entry } = item;
    if (entry) await this.store.rewrite(entry.clientMsgId, text);
    else if (message) await this.store.edit(message.id, { text, version: this.versionOf(item) });
  }

  private edit(item: MessageItem, how: 'wanted' | 'gone on with' = 'wanted'): void {
    this.isEditWanted.set(how === 'wanted');
    this.editProblem.set('');
    const begun = this.store.editOf(item.key);
    this.editText.set(begun?.text ?? item.text);
    this.editVersion = begun?.version ?? item.message?.version ?? 0;
    this.editingKey.set(item.key);
  }

  private keepEdit(item: MessageItem, text: string): void {
    this.store.writeEdit(item.key, { text, version: this.versionOf(item) });
  }

  private versionOf({ message }: MessageItem): number {
    return this.editVersion > 0 ? this.editVersion : (message?.version ?? 0);
  }

  private async delete(message: Message): Promise<void> {
    const context = this.context();
    if (!context) return;
    const load = async () => (await import('../message-dialogs/delete-dialog')).DeleteDialog;
    const data: DeleteQuestion = { isForEveryonePossible: mayDeleteForEveryone(message, context) };
    const scope = await this.overlays.dialogs.open<'everyone' | 'me'>(load, { data });
    if (!scope) return;
    try {
      await this.store.remove(message.id, scope);
    } catch (error) {
      // Refused, or no connection; its row has no place for words, so a toast has them.
      this.toasts.warn(problemWords(error));
    }
  }

  private async copy(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.toasts.say(chatTexts.copied);
    } catch {
      // NotAllowedError, or no clipboard on an insecure page.
      this.toasts.warn(chatTexts.notCopied);
    }
  }

  private context(): ActionContext | null {
    const [me, chat] = [this.session.user(), this.store.chat()];
    if (!me || !chat) return null;
    const { editWindow, deleteWindow = 172_800 } = this.workspace.config();
    return { me, chat, editWindow, deleteWindow, now: this.now() };
  }
}

const menuLines: readonly MenuItem<MessageAction>[] = [
  { id: 'react', label: signsTexts.react, icon: 'smile-plus' },
  { id: 'reply', label: chatTexts.reply, icon: 'reply' },
  { id: 'edit', label: chatTexts.edit, icon: 'pencil' },
  { id: 'copy', label: chatTexts.copyText, icon: 'copy' },
  { id: 'link', label: chatTexts.copyLink, icon: 'link' },
  { id: 'pin', label: signsTexts.pin, icon: 'pin' },
  { id: 'unpin', label: signsTexts.unpin, icon: 'pin-off' },
  { id: 'history', label: chatTexts.history, icon: 'clock' },
  { id: 'delete', label: chatTexts.delete, icon: 'trash-2', isDanger: true },
];
