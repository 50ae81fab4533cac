import { Component, computed, inject, linkedSignal, signal, viewChild } from '@angular/core';
import { Session } from '@app/web-session';
import { Button, Choices, Field, Icon, Skeleton, Switch } from '@app/web-ui';
import { AvatarPicker } from '../../avatars/avatar-picker';
import { ChatClient } from '../../data-access/chat-client';
import { MyStatus, type StatusWish } from '../../data-access/my-status';
import { problemWords } from '../../problem-words';
import { MySettings } from '../my-settings';
import { SettingsSection } from '../page/settings-section';
import { settingsTexts } from '../settings-texts';
import { MyAvatar } from './my-avatar';

const { profile: texts } = settingsTexts;
const wishes = ['auto', 'dnd', 'invisible'] as const;

/** Who I am to others. */
@Component({
  selector: 'app-profile-section',
  imports: [AvatarPicker, Button, Choices, Field, Icon, SettingsSection, Skeleton, Switch],
  templateUrl: './profile-section.html',
  styleUrl: '../settings-form.css',
  providers: [MySettings],
})
export class ProfileSection {
  private readonly session = inject(Session);
  private readonly status = inject(MyStatus);
  private readonly avatar = inject(MyAvatar);
  private readonly nameField = viewChild(Field);

  protected readonly texts = settingsTexts;
  protected readonly mine = inject(MySettings);
  protected readonly me = this.session.user;
  private readonly knownName = computed(() => this.me()?.name ?? '');
  /** Follows what another device calls me, until it is changed here. */
  protected readonly name = linkedSignal<string, string>({
    source: this.knownName,
    computation: (name, previous) =>
      previous && previous.value !== previous.source ? previous.value : name,
  });
  protected readonly isChanged = computed(() => this.name().trim() !== this.me()?.name);
  protected readonly nameProblem = signal('');
  protected readonly isBusy = signal(false);
  protected readonly isSaved = signal(false);
  protected readonly wish = this.status.wish;
  protected readonly line = inject(ChatClient).lineState.state;
  protected readonly statusProblem = signal('');
  protected readonly statuses = wishes.map((id) => ({
    id,
    label: texts.statuses[id].name,
    hint: texts.statuses[id].hint,
  }));

  protected readonly changeAvatar = (picture: Blob | null) => this.avatar.change(picture);

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const name = this.name().trim();
    this.isSaved.set(false);
    this.nameProblem.set(name === '' ? texts.nameMissing : '');
    if (name === '') return this.nameField()?.focus();
    if (this.isBusy() || !this.isChanged()) return;
    this.isBusy.set(true);
    try {
      await this.session.updateProfile({ name });
      if (this.name().trim() === name) this.name.set(this.knownName());
      this.isSaved.set(true);
    } catch (error) {
      // Refused, or no connection: what was written stays.
      this.nameProblem.set(problemWords(error));
      this.nameField()?.focus();
    } finally {
      this.isBusy.set(false);
    }
  }

  protected async chooseStatus(wish: string): Promise<void> {
    this.statusProblem.set('');
    try {
      await this.status.choose(wish as StatusWish);
    } catch (error) {
      // No connection, or too many changes in a row: it is as before.
      this.statusProblem.set(problemWords(error));
    }
  }
}
