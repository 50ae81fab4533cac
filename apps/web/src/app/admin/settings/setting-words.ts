import { inject, Injectable, LOCALE_ID } from '@angular/core';
import type { SettingsState } from '@app/contracts';
import type { SelectOption } from '@app/web-ui';
import { sizeWords } from '../../chats/files/file-looks';
import { workspaceTexts } from './workspace-texts';

const units = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

/** Offered as windows, seconds. */
const offered = [0, 300, 3600, 86_400, 172_800, 604_800, -1];

/** Times and sizes of settings, as the language writes them. */
@Injectable({ providedIn: 'root' })
export class SettingWords {
  private readonly locale = inject(LOCALE_ID);

  /** Seconds; 0: never, -1: always. */
  window(seconds: number): string {
    if (seconds <= 0) return seconds === 0 ? workspaceTexts.never : workspaceTexts.always;
    const [unit, length] = units.find(([, long]) => seconds % long === 0)!;
    const format = { style: 'unit', unit, unitDisplay: 'long' } as const;
    return new Intl.NumberFormat(this.locale, format).format(seconds / length);
  }

  /** Null: no limit. */
  size(bytes: number | null): string {
    return bytes === null ? workspaceTexts.unlimited : sizeWords(bytes, this.locale);
  }

  /** What is offered as a window, with that which holds now, whatever it is. */
  windows({ settings, server }: SettingsState, which: 'editWindow' | 'deleteWindow') {
    const now = settings[which];
    const all = now === null || offered.includes(now) ? offered : [...offered, now];
    const own: SelectOption[] = all.map((seconds) => ({
      value: String(seconds),
      label: this.window(seconds),
    }));
    return [{ value: '', label: workspaceTexts.asServer(this.window(server[which])) }, ...own];
  }
}
