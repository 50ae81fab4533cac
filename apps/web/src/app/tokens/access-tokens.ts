import {
  afterNextRender,
  Component,
  ElementRef,
  inject,
  Injector,
  input,
  signal,
  viewChild,
  type OnInit,
} from '@angular/core';
import type { MadeToken, Scope, Token } from '@app/contracts';
import { RequestProblem } from '@app/web-session';
import { Button, Checkbox, Dialogs, Field, KeepFocus, Select } from '@app/web-ui';
import { Attempts } from '../admin/frame/attempts';
import { choose } from '../admin/frame/chosen-set';
import { Moments } from '../admin/frame/moments';
import { Trouble } from '../admin/frame/trouble';
import { isCopied } from '../admin/people/is-copied';
import { isMeant } from '../chats/message-dialogs/is-meant';
import { NOW } from '../clock';
import { problemWords } from '../problem-words';
import { DeviceAges } from '../settings/devices/device-ages';
import type { TokenKeeper } from './token-keeper';
import { tokenTexts } from './token-texts';

const DAY_MS = 86_400_000;
const days = { never: 0, month: 30, quarter: 90, year: 365 } as const;
type Expiry = keyof typeof days;

/** The tokens of somebody, or of a bot: which there are, the end of each, and another one. */
@Component({
  selector: 'app-access-tokens',
  imports: [Button, Checkbox, Field, KeepFocus, Select, Trouble],
  templateUrl: './access-tokens.html',
  styleUrl: './access-tokens.css',
})
export class AccessTokens implements OnInit {
  readonly keeper = input.required<TokenKeeper>();
  /** What a new one may be for; empty: none is to be made. */
  readonly scopes = input.required<readonly Scope[]>();
  /** What is said where there is none. */
  readonly none = input.required<string>();

  private readonly dialogs = inject(Dialogs);
  private readonly ages = inject(DeviceAges);
  private readonly moments = inject(Moments);
  private readonly now = inject(NOW);
  private readonly injector = inject(Injector);
  private readonly copier = viewChild<string, ElementRef<HTMLElement>>('copier', {
    read: ElementRef,
  });

  protected readonly texts = tokenTexts;
  protected readonly choose = choose;
  protected readonly expiries = (Object.keys(days) as Expiry[]).map((value) => ({
    value,
    label: tokenTexts.expiries[value],
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

  ngOnInit(): void {
    void this.load();
  }

  protected load(): Promise<void> {
    return this.attempt(() => Promise.resolve());
  }

  protected lineOf({ createdAt, lastUsedAt, expiresAt }: Token): string {
    const used = lastUsedAt ? tokenTexts.used(this.when(lastUsedAt)) : tokenTexts.unused;
    return [tokenTexts.created(this.ages.day(createdAt)), used, this.endOf(expiresAt)]
      .filter(Boolean)
      .join(' · ');
  }

  /** What it may do; what another release knows is shown as it is written. */
  protected mayOf({ scopes: may }: Token): string {
    const words: Readonly<Record<string, string>> = tokenTexts.mayDo;
    return may.map((scope) => words[scope] ?? scope).join(' · ');
  }

  protected chooseExpiry(expiry: string): void {
    this.expiry.set(expiry as Expiry);
  }

  protected async make(event: Event): Promise<void> {
    event.preventDefault();
    const [name, chosen] = [this.name().trim(), [...this.chosen()]];
    this.nameError.set(name === '' ? tokenTexts.nameMissing : '');
    this.scopesError.set(chosen.length === 0 ? tokenTexts.scopesMissing : '');
    if (this.isBusy() || name === '' || chosen.length === 0) return;
    await this.attempt(async () => {
      this.made.set(await this.keeper().make({ name, scopes: chosen, ...this.expiresAt() }));
      this.isCopied.set(false);
      this.name.set('');
      this.chosen.set(new Set());
      // It is shown this once, above the form: the focus goes there, and so does the page.
      const goOn = () => this.copier()?.nativeElement.focus();
      afterNextRender(goOn, { injector: this.injector });
    });
  }

  protected async revoke({ id, name, lastUsedAt }: Token): Promise<void> {
    const { revokeTitle, revokeText, revokeUsed, revokeUnused, revoke: action } = tokenTexts;
    await this.attempt(async () => {
      const title = revokeTitle(name);
      const use = lastUsedAt ? revokeUsed(this.when(lastUsedAt)) : revokeUnused;
      const text = `${revokeText} ${use}`;
      if (await isMeant(this.dialogs, { title, text, action })) await this.keeper().revoke(id);
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
    return (isOver ? tokenTexts.expired : tokenTexts.expires)(this.ages.day(expiresAt));
  }

  /** Does it, and shows which tokens there are then. */
  private async attempt(deed: () => Promise<void>): Promise<void> {
    await this.attempts.run(async () => {
      await deed();
      this.tokens.set(await this.keeper().list());
    });
  }
}

function wordsOf(error: unknown): string {
  const isFull = error instanceof RequestProblem && error.code === 'conflict';
  return isFull ? tokenTexts.tooMany : problemWords(error);
}
