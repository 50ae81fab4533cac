import { Component, computed, inject } from '@angular/core';
import { mayInWorkspace } from '@app/contracts';
import { Session } from '@app/web-session';
import { AccessTokens } from '../../tokens/access-tokens';
import { keptAt } from '../../tokens/token-keeper';
import { namedScopes } from '../../tokens/token-texts';
import { SettingsSection } from '../page/settings-section';
import { settingsTexts } from '../settings-texts';

/** By what programs of mine speak for me. */
@Component({
  selector: 'app-tokens-section',
  imports: [AccessTokens, SettingsSection],
  template: `
    <app-settings-section [title]="texts.sections.tokens.name">
      <p class="quiet">{{ texts.tokens.hint }}</p>
      <app-access-tokens [keeper]="keeper" [scopes]="scopes()" [none]="texts.tokens.none" />
    </app-settings-section>
  `,
  styleUrl: '../settings-form.css',
})
export class TokensSection {
  private readonly session = inject(Session);
  protected readonly texts = settingsTexts;
  protected readonly keeper = keptAt(this.session.rest, 'users/me/tokens');
  /** A token opens no more than its owner may: who administers nothing is not asked about that. */
  protected readonly scopes = computed(() => {
    const role = this.session.user()?.role;
    const isAdministrator = role !== undefined && mayInWorkspace('handleReports', role);
    return namedScopes.filter((scope) => isAdministrator || !scope.startsWith('admin:'));
  });
}
