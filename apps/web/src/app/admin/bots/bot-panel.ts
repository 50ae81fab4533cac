import { Component, inject, signal } from '@angular/core';
import type { Account, MadeToken, Scope, Token } from '@app/contracts';
import { RequestProblem } from '@app/web-session';
import {
  Button,
  Checkbox,
  Dialog,
  DIALOG,
  Dialogs,
  Field,
  KeepFocus,
  Select,
  type DialogHandle,
} from '@app/web-ui';
import { NOW } from '../../clock';
import { isMeant } from '../../chats/message-dialogs/is-meant';
import { problemWords } from '../../problem-words';
import { DeviceAges } from '../../settings/devices/device-ages';
import { Attempts } from '../frame/attempts';
import { choose } from '../frame/chosen-set';
import { Moments } from '../frame/moments';
import { isCopied } from '../people/is-copied';
import { botTexts } from './bot-texts';
import { Bots } from './bots';

const DAY_MS = 86_400_000;
const days = { never: 0, month: 30, quarter: 90, year: 365 } as const;
type Expiry = keyof typeof days;
const scopes = Object.keys(botTexts.mayDo) as (keyof typeof botTexts.mayDo)[];

/** The tokens of one bot: which there are, the end of each, and another one. */
@Component({
  selector: 'app-bot-panel',
  imports: [Button, Checkbox, Dialog, Field, KeepFocus, Select],
  templateUrl: './bot-panel.html',
  styleUrl: './bot-panel.css',
})
export class BotPanel {
  protected readonly bot = (inject(DIALOG) as DialogHandle<void, Account>).data;
  private readonly bots = inject(Bots);
  private readonly dialogs = inject(Dialogs);
  private readonly ages = inject(DeviceAges);
  private readonly moments = inject(Moments);
  private readonly now = inject(NOW);

  protected readonly texts = botTexts;
  protected readonly scopes = scopes;
  protected readonly choose = choose;
  protected readonly expiries = (Object.keys(days) as Expiry[]).map((value) => ({
    value,
    label: botTexts.expiries[value],
  }));
  protected readonly tokens = signal<readonly Token[] | null>(null);
  protected readonly made = signal<MadeToken | null>(null);
  protected readonly name = signal('');
  protected readonly chosen = signal<ReadonlySet<Scope>>(new Set());
  protected readonly expiry = signal<Expiry>('quarter');
  protected readonly nameError = signal('');
  protected readonly scopesError = signal('');
  private readonly attempts = new Attempts(wordsOf);
  protected readonly problem = this.attempts.problem;
  protected readonly isBusy = this.attempts.isBusy;
  protected readonly isCopied = signal(false);

  constructor() {
    void this.attempt(() => Promise.resolve());
  }

  protected lineOf({ createdAt, lastUsedAt, expiresAt }: Token): string {
    const used = lastUsedAt ? botTexts.used(this.when(lastUsedAt)) : botTexts.unused;
    return [botTexts.created(this.ages.day(createdAt)), used, this.endOf(expiresAt)]
      .filter(Boolean)
      .join(' · ');
  }

  /** What it may do; what another release knows is shown as it is written. */
  protected mayOf({ scopes: may }: Token): string {
    const words: Readonly<Record<string, string>> = botTexts.mayDo;
    return may.map((scope) => words[scope] ?? scope).join(' · ');
  }

  protected chooseExpiry(expiry: string): void {
    this.expiry.set(expiry as Expiry);
  }

  protected async make(event: Event): Promise<void> {
    event.preventDefault();
    const [name, chosen] = [this.name().trim(), [...this.chosen()]];
    this.nameError.set(name === '' ? botTexts.nameMissing : '');
    this.scopesError.set(chosen.length === 0 ? botTexts.scopesMissing : '');
    if (this.isBusy() || name === '' || chosen.length === 0) return;
    await this.attempt(async () => {
      this.made.set(
        await this.bots.makeToken(this.bot.id, { name, scopes: chosen, ...this.expiresAt() }),
      );
      this.isCopied.set(false);
      this.name.set('');
      this.chosen.set(new Set());
    });
  }

  protected async revoke({ id, name, lastUsedAt }: Token): Promise<void> {
    const { revokeTitle, revokeText, revokeUsed, revokeUnused, revoke: action } = botTexts;
    await this.attempt(async () => {
      const title = revokeTitle(name);
      const use = lastUsedAt ? revokeUsed(this.when(lastUsedAt)) : revokeUnused;
      const text = `${revokeText} ${use}`;
      if (await isMeant(this.dialogs, { title, text, action }))
        await this.bots.revoke(this.bot.id, id);
    });
  }

  protected async copy({ token }: MadeToken): Promise<void> {
    this.isCopied.set(await isCopied(token));
  }

  /** How long ago; of less than a minute, when. */
  private when(at: string): string {
    return this.ages.ago(at) ?? this.moments.time(at);
  }

  private expiresAt() {
    const count = days[this.expiry()];
    return count === 0
      ? {}
      : { expiresAt: new Date(this.now().getTime() + count * DAY_MS).toISOString() };
  }

  private endOf(expiresAt: string | undefined): string {
    if (!expiresAt) return '';
    const isOver = Date.parse(expiresAt) <= this.now().getTime();
    return (isOver ? botTexts.expired : botTexts.expires)(this.ages.day(expiresAt));
  }

  /** Does it, and shows which tokens there are then. */
  private async attempt(deed: () => Promise<void>): Promise<void> {
    await this.attempts.run(async () => {
      await deed();
      this.tokens.set(await this.bots.tokens(this.bot.id));
    });
  }
}

function wordsOf(error: unknown): string {
  const isFull = error instanceof RequestProblem && error.code === 'conflict';
  return isFull ? botTexts.tooMany : problemWords(error);
}
