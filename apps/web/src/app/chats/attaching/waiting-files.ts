import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import type { OutboxFile } from '@app/web-realtime';
import { IconButton, TIME_LOCALE } from '@app/web-ui';
import type { PendingEntry } from '../../data-access/chat-views';
import { WaitingUploads } from '../../data-access/waiting-uploads';
import { codeWords } from '../../problem-words';
import { FileBadge } from '../files/file-badge';
import { roomOf, sizeWords } from '../files/file-looks';
import { durationWords, shapeOf } from '../files/file-shapes';
import { filesTexts } from '../files/files-texts';
import { attachingTexts } from './attaching-texts';
import { LocalPicture } from './local-picture';
import { OwnPictures } from './own-pictures';

/** Below this an upload is over before one has thought about it. */
const WORTH_A_PAUSE = 5_000_000;

/**
 * The files of a message that is not stored yet, each in the room that it will have then, with how
 * far it is and what can be done about it.
 */
@Component({
  selector: 'app-waiting-files',
  imports: [FileBadge, IconButton, LocalPicture],
  templateUrl: './waiting-files.html',
  styleUrls: ['../files/file-box.css', './waiting-files.css'],
})
export class WaitingFiles {
  readonly entry = input.required<PendingEntry>();
  /** Its parts are in the tab order. */
  readonly isReachable = input(true);

  protected readonly texts = attachingTexts;
  protected readonly uploads = inject(WaitingUploads);
  private readonly own = inject(OwnPictures);
  private readonly locale = inject(TIME_LOCALE)();
  private readonly contents = signal<ReadonlyMap<string, Blob>>(new Map());
  private readonly undrawn = signal<ReadonlySet<string>>(new Set());
  private readonly files = computed(() => this.entry().files ?? []);

  protected readonly shown = computed(() => {
    const visual = this.files().filter((file) => isVisual(file));
    return this.files().map((file) => this.lookOf(file, visual.length === 1));
  });
  protected readonly isOnlyHere = computed(() =>
    this.files().some(({ isUnkept, fileId }) => isUnkept && fileId === undefined),
  );

  constructor() {
    effect(() => {
      for (const file of this.files())
        if (this.isPicture(file)) untracked(() => void this.bring(file.key));
    });
    effect(() => {
      for (const file of this.files()) {
        const { key, fileId, width, height } = file;
        const content = this.isPicture(file) ? this.contents().get(key) : undefined;
        const size = width && height ? { width, height } : {};
        if (fileId && content) untracked(() => this.own.keep(fileId, { content, ...size }));
      }
    });
  }

  protected noteUndrawn(key: string): void {
    this.undrawn.update((before) => new Set(before).add(key));
  }

  /** Without it nothing would be left: the message is given up. */
  protected removal(name: string): string {
    const isAlone = this.files().length === 1 && this.entry().text === '';
    return isAlone ? attachingTexts.remove(name) : attachingTexts.without(name);
  }

  /** The browser can draw it, as far as is known. */
  private isPicture({ key, type, code }: OutboxFile): boolean {
    return shapeOf({ mime: type }) === 'picture' && !code && !this.undrawn().has(key);
  }

  private lookOf(file: OutboxFile, isAlone: boolean) {
    const { key, type, size, fileId, isPaused } = file;
    const sent = fileId ? size : this.uploads.progress().get(key);
    return {
      file,
      name: this.entry().isVoice ? filesTexts.voice : file.name,
      shape: isVisual(file) ? 'visual' : shapeOf({ mime: type }) === 'sound' ? 'sound' : 'card',
      room: isVisual(file) ? roomOf(file, isAlone) : null,
      isDrawn: this.isPicture(file),
      content: this.contents().get(key),
      about: this.words(file, sent),
      isUnderWay: sent !== undefined && !fileId,
      percent: Math.round((100 * (sent ?? 0)) / Math.max(1, size)),
      canPause: !fileId && size > WORTH_A_PAUSE && (isPaused === true || sent !== undefined),
    };
  }

  private words(file: OutboxFile, sent: number | undefined): string {
    const { durationMs } = file;
    const all =
      durationMs === undefined ? sizeWords(file.size, this.locale) : durationWords(durationMs);
    if (file.code) return codeWords(file.code);
    if (file.isPaused) return `${attachingTexts.paused} · ${all}`;
    if (file.fileId) return `${attachingTexts.uploaded} · ${all}`;
    if (sent === undefined) return `${attachingTexts.waiting} · ${all}`;
    const size = sizeWords(file.size, this.locale);
    return attachingTexts.sent(sizeWords(sent, this.locale), size);
  }

  private async bring(key: string): Promise<void> {
    if (this.contents().has(key)) return;
    const content = await this.uploads.content(key);
    if (content) this.contents.update((before) => new Map(before).set(key, content));
  }
}

/** It will stand in its place, and not as a card. */
function isVisual({ type, code }: OutboxFile): boolean {
  return !code && ['picture', 'film'].includes(shapeOf({ mime: type }));
}
