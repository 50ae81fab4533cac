import { Component, computed, inject, signal } from '@angular/core';
import type { SettingsPatch, SettingsState } from '@app/contracts';
import { RequestProblem, Session } from '@app/web-session';
import { Button, Choices, Field, Icon, Select, Skeleton } from '@app/web-ui';
import { problemWords } from '../../problem-words';
import { adminTexts } from '../admin-texts';
import { AdminSection } from '../frame/admin-section';
import { Trouble } from '../frame/trouble';
import { SettingWords } from './setting-words';
import {
  bytesOf,
  changesOf,
  draftOf,
  sizeNames,
  type SettingsDraft,
  type SizeName,
} from './settings-draft';
import { workspaceTexts } from './workspace-texts';

/** `/admin/settings`: what is set of the workspace, changed at once and everywhere. */
@Component({
  selector: 'app-workspace-settings-page',
  imports: [AdminSection, Button, Choices, Field, Icon, Select, Skeleton, Trouble],
  templateUrl: './settings-page.html',
  styleUrls: ['../../settings/settings-form.css', './settings-page.css'],
})
export class SettingsPage {
  private readonly rest = inject(Session).rest;
  protected readonly words = inject(SettingWords);

  protected readonly texts = adminTexts;
  protected readonly own = workspaceTexts;
  protected readonly registrations = (['open', 'invitation', 'closed'] as const).map((id) => ({
    id,
    ...workspaceTexts.registrations[id],
  }));
  protected readonly founders = (['everybody', 'moderators', 'admins'] as const).map((value) => ({
    value,
    label: workspaceTexts.founders[value],
  }));
  protected readonly state = signal<SettingsState | null>(null);
  protected readonly draft = signal<SettingsDraft | null>(null);
  protected readonly reason = signal('');
  protected readonly problem = signal('');
  protected readonly told = signal('');
  protected readonly isBusy = signal(false);
  private readonly isTried = signal(false);
  protected readonly errors = computed<Readonly<Partial<Record<SizeName, string>>>>(() => {
    const [draft, state] = [this.draft(), this.state()];
    if (!draft || !state || !this.isTried()) return {};
    return Object.fromEntries(
      sizeNames.map((name) => [name, this.sizeError(bytesOf(draft[name]), state.server[name])]),
    );
  });

  constructor() {
    void this.load();
  }

  protected async load(): Promise<void> {
    this.problem.set('');
    try {
      this.show(await this.rest.request<SettingsState>('GET', 'admin/settings'));
    } catch (error) {
      // Refused, or no connection: said in the page.
      this.problem.set(problemWords(error));
    }
  }

  protected set(change: Partial<SettingsDraft>): void {
    this.draft.update((draft) => draft && { ...draft, ...change });
    this.told.set('');
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const [draft, state] = [this.draft(), this.state()];
    if (!draft || !state || this.isBusy()) return;
    this.isTried.set(true);
    this.problem.set('');
    if (Object.values(this.errors()).some((error) => error !== '')) return;
    const settings = changesOf(draft, state);
    if (Object.keys(settings).length === 0) {
      this.told.set(workspaceTexts.unchanged);
      return;
    }
    const reason = this.reason().trim();
    const { version } = state;
    await this.send({ version, settings, ...(reason !== '' && { reason }) });
  }

  private async send(body: SettingsPatch): Promise<void> {
    this.isBusy.set(true);
    try {
      this.show(await this.rest.request<SettingsState>('PATCH', 'admin/settings', { body }));
      this.reason.set('');
      this.told.set(workspaceTexts.saved);
    } catch (error) {
      // Refused, or no connection: what was filled in stays, but where it was filled into others.
      const isOutdated = error instanceof RequestProblem && error.code === 'precondition_failed';
      if (isOutdated) await this.load();
      this.problem.set(isOutdated ? workspaceTexts.outdated : problemWords(error));
    } finally {
      this.isBusy.set(false);
    }
  }

  private show(state: SettingsState): void {
    this.state.set(state);
    this.draft.set(draftOf(state));
    this.isTried.set(false);
  }

  private sizeError(bytes: number | null, most: number | null): string {
    if (bytes === null) return '';
    if (Number.isNaN(bytes)) return workspaceTexts.sizeInvalid;
    const isTooMuch = most !== null && bytes > most;
    return isTooMuch ? workspaceTexts.sizeTooLarge(this.words.size(most)) : '';
  }
}
