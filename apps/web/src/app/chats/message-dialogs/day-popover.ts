import { Component, inject, signal } from '@angular/core';
import { Button, DIALOG, type DialogHandle } from '@app/web-ui';
import { NOW } from '../../clock';
import { chatTexts } from '../chat-texts';

/** A day to go to; closes with its midnight. */
@Component({
  selector: 'app-day-popover',
  imports: [Button],
  template: `
    <form (submit)="choose($event)">
      <label>
        <span>{{ texts.day }}</span>
        <input
          #field
          type="date"
          required
          [value]="first"
          [max]="today"
          (input)="day.set(field.value)"
        />
      </label>
      <button uiButton type="submit" [disabled]="day() === ''">{{ texts.go }}</button>
    </form>
  `,
  styles: `
    form {
      display: flex;
      gap: var(--s-3);
      align-items: end;
      padding: var(--s-3);
    }
    label {
      display: grid;
      gap: 6px;
      font-size: var(--fs-13);
      font-weight: var(--w-strong);
    }
    input {
      block-size: var(--control);
      padding-inline: var(--s-3);
      border: 1px solid var(--line-control);
      border-radius: var(--r-m);
      background: var(--surface);
      font-size: var(--fs-15);
      font-weight: var(--w-text);
      accent-color: var(--accent);
    }
    /* The part that is being typed: the browser's own is blue in every theme. */
    input::-webkit-datetime-edit-year-field:focus-within,
    input::-webkit-datetime-edit-month-field:focus-within,
    input::-webkit-datetime-edit-day-field:focus-within {
      background: var(--accent);
      color: var(--on-accent);
    }
    input:focus-visible {
      border-color: var(--accent);
      box-shadow: 0 0 0 3px var(--ring);
      outline: 2px solid transparent; /* The ring of forced colours, which know no shadows. */
    }
  `,
})
export class DayPopover {
  private readonly handle = inject(DIALOG) as DialogHandle<Date, Date>;

  protected readonly texts = chatTexts;
  protected readonly today = inputValue(inject(NOW)());
  /** As the field writes it: `2026-03-02`. */
  protected readonly first = inputValue(this.handle.data);
  /** Never told to the field: a date that is half typed is empty, and would be as empty there. */
  protected readonly day = signal(this.first);

  protected choose(event: Event): void {
    event.preventDefault();
    const [year, month, date] = this.day().split('-').map(Number);
    this.handle.close(new Date(year!, month! - 1, date));
  }
}

function inputValue(day: Date): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  const year = String(day.getFullYear()).padStart(4, '0');
  return `${year}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
