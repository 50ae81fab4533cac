import { computed, inject, Injectable, signal } from '@angular/core';
import { maxFilesOfMessage, type ChatId } from '@app/contracts';
import type { ChosenFile } from '@app/web-realtime';
import { chatOf, KeptTrays, type KeptFile, type TrayNews } from '../../data-access/kept-trays';
import { OpenChatStore } from '../../data-access/open-chat-store';
import { WaitingUploads } from '../../data-access/waiting-uploads';

/** What a browser hands over; a folder comes as a file that nobody can read. */
export interface Offered {
  readonly file: File;
  readonly isFolder?: boolean;
}

export function asOffered(files: Iterable<File>): readonly Offered[] {
  return [...files].map((file) => ({ file }));
}

/** Why a file is not sent, or not with this message. */
export type Obstacle = 'folder' | 'empty' | 'tooLarge' | 'tooMany';

/** A file that waits in the tray of a composer. */
export interface Attachment extends ChosenFile {
  readonly id: number;
  readonly key: string;
  readonly isFolder: boolean;
}

interface FileAttachment extends Attachment {
  readonly content: File;
}

export interface JudgedAttachment extends Attachment {
  readonly obstacle: Obstacle | null;
}

/** The files that are chosen for each chat and not sent yet; kept as drafts are (`KeptTrays`). */
@Injectable({ providedIn: 'root' })
export class Attachments {
  private readonly store = inject(OpenChatStore);
  private readonly uploads = inject(WaitingUploads);
  private readonly kept = inject(KeptTrays);
  private readonly trays = signal<ReadonlyMap<ChatId, readonly Attachment[]>>(new Map());
  private made = 0;

  /** Of the open chat, with what stands in their way. */
  readonly shown = computed(() =>
    judged(this.trays().get(this.store.chatId()!) ?? [], this.uploads.maxFileBytes()),
  );
  readonly sendableCount = computed(() => this.shown().filter(isSendable).length);

  constructor() {
    void this.kept.follow((news) => this.takeIn(news));
  }

  add(offered: readonly Offered[]): void {
    const chatId = this.store.chatId();
    if (!chatId) return;
    const added = offered.map(({ file, isFolder = false }) =>
      this.attachmentOf({ key: this.kept.keyFor(chatId), content: file }, isFolder),
    );
    this.uploads.askMaxFileBytes();
    this.change((tray) => [...tray, ...added]);
    this.kept.add(added.filter(({ isFolder }) => !isFolder));
  }

  remove(id: number): void {
    this.leave((each) => each.id === id);
  }

  /** A picture is so large, px: its message keeps that room for it. */
  measure(id: number, size: Pick<ChosenFile, 'width' | 'height'>): void {
    this.change((tray) => tray.map((each) => (each.id === id ? { ...each, ...size } : each)));
  }

  /** What can be sent now, which leaves the tray. What there are too many of goes next. */
  take(): readonly ChosenFile[] {
    const shown = this.shown();
    const next = new Set(shown.flatMap(({ id, obstacle }) => (obstacle === 'tooMany' ? id : [])));
    this.leave(({ id }) => !next.has(id));
    return shown.filter(isSendable).map(({ content, name, type, width, height }) => ({
      ...{ content, name, type },
      ...(width && height ? { width, height } : {}),
    }));
  }

  private leave(isGone: (each: Attachment) => boolean): void {
    this.kept.remove(this.shown().flatMap((each) => (isGone(each) ? each.key : [])));
    this.change((tray) => tray.filter((each) => !isGone(each)));
  }

  /** What lies in the trays of other tabs, or was left there by an earlier visit. */
  private takeIn({ added = [], removed = [] }: TrayNews): void {
    if (added.length > 0) this.uploads.askMaxFileBytes();
    this.trays.update((before) => {
      const trays = new Map(before);
      for (const [chatId, tray] of before)
        trays.set(
          chatId,
          tray.filter(({ key }) => !removed.includes(key)),
        );
      for (const file of added) {
        const chatId = chatOf(file.key);
        const others = (trays.get(chatId) ?? []).filter(({ key }) => key !== file.key);
        trays.set(chatId, [...others, this.attachmentOf(file, false)].sort(byKey));
      }
      return trays;
    });
  }

  private attachmentOf({ key, content }: KeptFile, isFolder: boolean): FileAttachment {
    const { name, type } = content;
    return { id: ++this.made, key, content, name, type, isFolder };
  }

  private change(step: (tray: readonly Attachment[]) => readonly Attachment[]): void {
    const chatId = this.store.chatId();
    if (!chatId) return;
    this.trays.update((trays) => new Map(trays).set(chatId, step(trays.get(chatId) ?? [])));
  }
}

function byKey(one: Attachment, other: Attachment): number {
  return one.key < other.key ? -1 : 1;
}

function judged(tray: readonly Attachment[], maxBytes: number | null): readonly JudgedAttachment[] {
  let sendable = 0;
  return tray.map((each) => {
    const obstacle =
      obstacleOf(each, maxBytes) ?? (++sendable > maxFilesOfMessage ? 'tooMany' : null);
    return { ...each, obstacle };
  });
}

function obstacleOf({ content, isFolder }: Attachment, maxBytes: number | null): Obstacle | null {
  if (isFolder) return 'folder';
  if (content.size === 0) return 'empty';
  return maxBytes !== null && content.size > maxBytes ? 'tooLarge' : null;
}

function isSendable({ obstacle }: JudgedAttachment): boolean {
  return obstacle === null;
}
