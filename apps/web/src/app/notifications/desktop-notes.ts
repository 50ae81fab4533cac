import { computed, inject, Injectable, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { ChatId, PushCause } from '@app/contracts';

/** What the desktop shows of a chat, in the place of what it showed of it before. */
export interface DesktopNote {
  readonly title: string;
  readonly body: string;
  readonly chatId: ChatId;
  readonly seq: number;
  /** Of a push of the same: what one of both has shown, the other does not show again. */
  readonly cause: PushCause;
}

/** Of the causes of one note so many are remembered, as the worker does. */
const MAX_KEYS = 50;

/** Notes of the desktop, while a window is open. The browser is asked when the person wants it. */
@Injectable({ providedIn: 'root' })
export class DesktopNotes {
  private readonly router = inject(Router);
  private readonly permission = signal(permissionNow());
  /** Where the page shows them itself. */
  private readonly shown = new Map<string, { readonly seq: number; readonly note: Notification }>();

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
    else if (document.hasFocus() || !(await isPushedTo(worker))) await showBy(worker, note);
  }

  /** It was read up to there, wherever. */
  async takeBack(chatId: ChatId, seq: number): Promise<void> {
    if (permissionNow() !== 'granted') return;
    const worker = await registration();
    for (const tag of [tagOf(chatId, 'message'), tagOf(chatId, 'missed_call')]) {
      const own = this.shown.get(tag);
      if (own && own.seq <= seq) own.note.close();
      for (const note of (await worker?.getNotifications({ tag })) ?? [])
        if (isOver(note.data as Kept, seq)) note.close();
    }
  }

  private showByPage(note: DesktopNote): void {
    const tag = tagOf(note.chatId, note.cause);
    const shown = new Notification(note.title, optionsOf(note, []));
    this.shown.set(tag, { seq: note.seq, note: shown });
    shown.onclose = () => {
      if (this.shown.get(tag)?.note === shown) this.shown.delete(tag);
    };
    shown.onclick = () => {
      shown.close();
      window.focus();
      void this.router.navigate(['/c', note.chatId, note.seq]);
    };
  }
}

/** What a note keeps, whoever has shown it. */
interface Kept {
  readonly cause?: PushCause;
  readonly seq: number;
  readonly keys?: readonly string[];
}

/** As the worker names them. */
const tagOf = (chatId: ChatId, cause: PushCause) =>
  `${cause.endsWith('call') ? 'call' : 'chat'}:${chatId}`;

/** What is no message of its own. */
const besides: readonly PushCause[] = ['added', 'missed_call', 'reaction'];

/** As the worker names them: a message is one, whatever it is told for. */
const keyOf = ({ cause, chatId, seq }: DesktopNote) =>
  `${besides.includes(cause) ? cause : 'said'} ${chatId} ${seq}`;

/** A call rings until it does not, whatever is read. */
const isOver = ({ cause, seq }: Kept, readSeq: number) =>
  cause !== 'ringing_call' && seq <= readSeq;

/** In the place of what was shown of the chat, which is not forgotten: a push of it may come. */
async function showBy(worker: ServiceWorkerRegistration, note: DesktopNote): Promise<void> {
  const tag = tagOf(note.chatId, note.cause);
  const [former] = await worker.getNotifications({ tag });
  const { keys = [] } = (former?.data ?? {}) as Partial<Kept>;
  await worker.showNotification(note.title, optionsOf(note, keys));
}

/** As the worker's own: it opens the chat of one that is pressed, and takes back what was read. */
function optionsOf(note: DesktopNote, former: readonly string[]) {
  const { body, chatId, seq, cause } = note;
  const keys = [...former, keyOf(note)].slice(-MAX_KEYS);
  return {
    body,
    tag: tagOf(chatId, cause),
    renotify: true,
    // The sound is ours.
    silent: true,
    icon: '/icons/icon-192.png',
    data: { chatId, cause, seq, count: 1, keys },
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
