import { Component, computed, inject, signal } from '@angular/core';
import type { AdminChat, ChatId } from '@app/contracts';
import { Button, Dialog, DIALOG, Field, Select, type DialogHandle } from '@app/web-ui';
import { adminTexts } from '../admin-texts';
import { Attempts } from '../frame/attempts';
import { daysOf, Retention, type Rule } from './retention';
import { retentionTexts } from './retention-texts';

/**
 * For how long the messages of one chat are kept: of that which was opened, or of one that is
 * looked for first. Says what would go by it before it is saved; closes with true once it is.
 */
@Component({
  selector: 'app-chat-rule-dialog',
  imports: [Button, Dialog, Field, Select],
  templateUrl: './chat-rule-dialog.html',
  styles: `
    form {
      display: grid;
      gap: var(--s-4);
    }
    .problem {
      color: var(--danger);
      font-size: var(--fs-13);
    }
  `,
})
export class ChatRuleDialog {
  private readonly retention = inject(Retention);
  protected readonly handle = inject(DIALOG) as DialogHandle<boolean, Rule | null>;
  protected readonly rule = this.handle.data;
  protected readonly texts = adminTexts;
  protected readonly own = retentionTexts;
  protected readonly title = this.rule
    ? retentionTexts.ruleTitle(this.rule.name)
    : retentionTexts.newTitle;
  protected readonly name = signal('');
  protected readonly found = signal<readonly AdminChat[]>([]);
  protected readonly chosen = signal<string>(this.rule?.chatId ?? '');
  protected readonly options = computed(() =>
    this.found().map(({ id: value, name: label }) => ({ value, label })),
  );
  protected readonly days = signal(this.rule?.days ? String(this.rule.days) : '');
  protected readonly reason = signal('');
  protected readonly nameError = signal('');
  protected readonly daysError = signal('');
  private readonly attempts = new Attempts();
  protected readonly problem = this.attempts.problem;
  protected readonly isBusy = this.attempts.isBusy;
  /** What would go by the days that were typed; empty: it was not asked yet. */
  protected readonly expected = signal('');
  private expectedOf = '';

  /** First what is typed is looked at, then what would go is said, then it is saved. */
  protected async go(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isBusy()) return;
    await this.attempts.run(async () => {
      if (this.chosen() === '' || this.name() !== '') await this.find();
      const days = daysOf(this.days());
      this.daysError.set(Number.isNaN(days) ? retentionTexts.daysInvalid : '');
      if (this.chosen() === '' || Number.isNaN(days)) return;
      const chatId = this.chosen() as ChatId;
      const asked = `${chatId} ${days}`;
      if (this.expectedOf === asked) return this.save(chatId, days);
      this.expected.set(await this.expectedBy(chatId, days));
      this.expectedOf = asked;
    });
  }

  protected async inherit(): Promise<void> {
    if (!this.rule || this.isBusy()) return;
    const { chatId } = this.rule;
    await this.attempts.run(() => this.save(chatId, undefined));
  }

  private async find(): Promise<void> {
    const name = this.name().trim();
    const found = name === '' ? [] : await this.retention.chats(name);
    this.nameError.set(found.length === 0 ? retentionTexts.noChat : '');
    const isThere = found.some(({ id }) => id === this.chosen());
    this.found.set(found);
    if (!isThere) this.chosen.set(found[0]?.id ?? '');
  }

  private async expectedBy(chatId: ChatId, days: number | null): Promise<string> {
    if (days === null) return retentionTexts.nothingGoes;
    return this.retention.expectedWords(await this.retention.preview(days, chatId));
  }

  private async save(chatId: ChatId, days: number | null | undefined): Promise<void> {
    const reason = this.reason().trim();
    await this.retention.set(chatId, days, reason === '' ? {} : { reason });
    this.handle.close(true);
  }
}
