import { computed, inject, Injectable, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { ChatId } from '@app/contracts';

/** What the desktop shows of a chat, in the place of what it showed of it before. */
export interface DesktopNote {
  readonly title: string;
  readonly body: string;
  readonly chatId: ChatId;
  readonly seq: number;
}

/** Notes of the desktop, while a window is open. The browser is asked when the person wants it. */
@Injectable({ providedIn: 'root' })
export class DesktopNotes {
  private readonly router = inject(Router);
  private readonly permission = signal(permissionNow());
  /** Where the page shows them itself. */
  private readonly shown = new Map<ChatId, { readonly seq: number; readonly note: Notification }>();

  readonly mayAsk = computed(() => this.permission() === 'default');

  async ask(): Promise<void> {
    this.permission.set(await Notification.requestPermission());
  }

  /** Nothing where the person has not allowed it. */
  async show(note: DesktopNote): Promise<void> {
    if (permissionNow() !== 'granted') return;
    const worker = await registration();
    if (!worker) this.showByPage(note);
    // Its worker shows what is pushed, but not to who looks at a window of ours.
    else if (document.hasFocus() || !(await isPushedTo(worker)))
      await worker.showNotification(note.title, optionsOf(note));
  }

  /** It was read up to there, wherever. */
  async takeBack(chatId: ChatId, seq: number): Promise<void> {
    if (permissionNow() !== 'granted') return;
    const own = this.shown.get(chatId);
    if (own && own.seq <= seq) own.note.close();
    const worker = await registration();
    for (const note of (await worker?.getNotifications({ tag: tagOf(chatId) })) ?? [])
      if ((note.data as { seq: number }).seq <= seq) note.close();
  }

  private showByPage(note: DesktopNote): void {
    const shown = new Notification(note.title, optionsOf(note));
    this.shown.set(note.chatId, { seq: note.seq, note: shown });
    shown.onclose = () => {
      if (this.shown.get(note.chatId)?.note === shown) this.shown.delete(note.chatId);
    };
    shown.onclick = () => {
      shown.close();
      window.focus();
      void this.router.navigate(['/c', note.chatId, note.seq]);
    };
  }
}

const tagOf = (chatId: ChatId) => `chat:${chatId}`;

/** As the worker's own: it opens the chat of one that is pressed, and takes back what was read. */
function optionsOf({ body, chatId, seq }: DesktopNote) {
  return {
    body,
    tag: tagOf(chatId),
    renotify: true,
    // The sound is ours.
    silent: true,
    icon: '/icons/icon-192.png',
    data: { chatId, seq, count: 1 },
  };
}

/** Of a browser that shows none it is as if they were refused. */
function permissionNow(): NotificationPermission {
  return 'Notification' in globalThis ? Notification.permission : 'denied';
}

async function registration(): Promise<ServiceWorkerRegistration | undefined> {
  return 'serviceWorker' in navigator ? navigator.serviceWorker.getRegistration() : undefined;
}

async function isPushedTo(worker: ServiceWorkerRegistration): Promise<boolean> {
  if (!('pushManager' in worker)) return false;
  return (await worker.pushManager.getSubscription()) !== null;
}
