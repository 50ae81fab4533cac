import {
  Component,
  computed,
  ElementRef,
  inject,
  input,
  model,
  output,
  signal,
} from '@angular/core';
import { isOfInputMethod } from '../input-method';
import { SKIN_TONES, toned, type Emoji, type EmojiBook, type SkinTone } from './emoji-book';
import type { EmojiPickerTexts, ToneName } from './emoji-picker-texts';
import { EMOJI_COLUMNS, gridStep } from './grid-step';

const TONES: readonly ToneName[] = ['light', 'mediumLight', 'medium', 'mediumDark', 'dark'];

/** More than these are not what anybody was looking for. */
const MAX_FOUND = 96;

/** Shows the tones: everybody has one. */
const HAND = { unicode: '✋', name: '', shortcodes: [], tones: ['✋🏻', '✋🏼', '✋🏽', '✋🏾', '✋🏿'] };
const RECENT = 'recent';

let made = 0;

/**
 * All emoji, a group at a time, and a search over them. Arrows walk the grid, Enter in the search
 * takes the first. What was chosen lately and the tone of skin belong to the owner.
 */
@Component({
  selector: 'ui-emoji-picker',
  templateUrl: './emoji-picker.html',
  styleUrl: './emoji-picker.css',
})
export class EmojiPicker {
  readonly book = input.required<EmojiBook>();
  readonly texts = input.required<EmojiPickerTexts>();
  /** What was chosen lately, the latest first. */
  readonly recent = input<readonly string[]>([]);
  readonly tone = model<SkinTone>(0);
  readonly picked = output<string>();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly id = `ui-emoji-${++made}`;
  protected readonly tones = SKIN_TONES;
  protected readonly query = signal('');
  private readonly chosenGroup = signal<string | null>(null);
  /** The one under the pointer or with the focus: its name is written below. */
  protected readonly pointed = signal<Emoji | null>(null);
  protected readonly current = signal(0);

  protected readonly groups = computed(() => {
    const lately = this.recent().flatMap((unicode) => this.book().of(unicode) ?? []);
    const recent = { key: RECENT, name: this.texts().recent, emoji: [...new Set(lately)] };
    const names = this.texts().groupNames;
    const all = this.book().groups.map((group) => ({ ...group, name: names[group.key] }));
    return lately.length > 0 ? [recent, ...all] : all;
  });
  protected readonly group = computed(
    () => this.groups().find(({ key }) => key === this.chosenGroup()) ?? this.groups()[0]!,
  );
  protected readonly isSearching = computed(() => this.query().trim() !== '');
  private readonly shown = computed(() =>
    this.isSearching() ? this.book().find(this.query(), MAX_FOUND) : this.group().emoji,
  );
  protected readonly rows = computed(() => {
    const emoji = this.shown();
    const count = Math.ceil(emoji.length / EMOJI_COLUMNS);
    return Array.from({ length: count }, (_, row) =>
      emoji.slice(row * EMOJI_COLUMNS, (row + 1) * EMOJI_COLUMNS),
    );
  });

  protected look(emoji: Emoji): string {
    return toned(emoji, this.tone());
  }

  protected handIn(tone: SkinTone): string {
    return toned(HAND, tone);
  }

  protected toneName(tone: SkinTone): string {
    return tone === 0 ? this.texts().noTone : this.texts().toneNames[TONES[tone - 1]!];
  }

  /** A tab shows its group by its first emoji. */
  protected signOf({ key, emoji }: { key: string; emoji: readonly Emoji[] }): string {
    return key === RECENT ? '🕘' : (emoji[0]?.unicode ?? '');
  }

  protected search(text: string): void {
    this.query.set(text);
    this.current.set(0);
    this.pointed.set(this.isSearching() ? (this.shown()[0] ?? null) : null);
  }

  protected showGroup(key: string): void {
    this.search('');
    this.chosenGroup.set(key);
    this.host.querySelector('.grid')?.scrollTo({ top: 0 });
  }

  protected pick(emoji: Emoji): void {
    this.picked.emit(this.look(emoji));
  }

  protected leaveSearch(event: KeyboardEvent): void {
    if (isOfInputMethod(event)) return;
    const [first] = this.shown();
    if (event.key === 'Enter' && this.isSearching() && first) this.pick(first);
    else if (event.key === 'ArrowDown' && first) this.focusCell(0);
    else return;
    event.preventDefault();
  }

  protected steerTabs(event: KeyboardEvent): void {
    const tabs = [...this.host.querySelectorAll<HTMLElement>('[role=tab]')];
    const at = tabs.indexOf(event.target as HTMLElement);
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const turn = getComputedStyle(this.host).direction === 'rtl' ? -step : step;
    const next = tabs[(at + turn + tabs.length) % tabs.length];
    next?.focus();
    next?.click();
  }

  protected steerGrid(event: KeyboardEvent): void {
    const isRightToLeft = getComputedStyle(this.host).direction === 'rtl';
    const next = gridStep(event.key, this.current(), this.shown().length, isRightToLeft);
    if (next === null) return;
    event.preventDefault();
    if (next === 'above') this.host.querySelector<HTMLElement>('input[type=search]')?.focus();
    else this.focusCell(next);
  }

  private focusCell(index: number): void {
    this.current.set(index);
    const cells = this.host.querySelectorAll<HTMLElement>('.grid button');
    cells[index]?.focus();
  }
}
