import { DOCUMENT } from '@angular/common';
import { Component, computed, inject, signal } from '@angular/core';
import type { IncomingWebhookPatch } from '@app/contracts';
import { Button, Dialog, DIALOG, Dialogs, Switch, type DialogHandle } from '@app/web-ui';
import { AvatarPicker } from '../../avatars/avatar-picker';
import { isMeant } from '../../chats/message-dialogs/is-meant';
import { DeviceAges } from '../../settings/devices/device-ages';
import { askAbout } from '../frame/ask-about';
import { Attempts } from '../frame/attempts';
import { ChatsIRun } from './chats-i-run';
import type { IncomingPanelData } from './incoming-list';
import { IncomingWebhooks } from './incoming-webhooks';
import { ShownOnce } from './shown-once';
import { WebhookState } from './webhook-state';
import { webhookTexts } from './webhook-texts';

/** One incoming webhook: what it may, whether it is at work, and where programs post to. */
@Component({
  selector: 'app-incoming-panel',
  imports: [AvatarPicker, Button, Dialog, ShownOnce, Switch, WebhookState],
  templateUrl: './incoming-panel.html',
  styleUrl: './webhook-panel.css',
})
export class IncomingPanel {
  private readonly handle = inject(DIALOG) as DialogHandle<void, IncomingPanelData>;
  private readonly webhooks = inject(IncomingWebhooks);
  private readonly dialogs = inject(Dialogs);
  private readonly ages = inject(DeviceAges);
  private readonly here = inject(DOCUMENT).location.origin;
  protected readonly chats = inject(ChatsIRun);

  protected readonly texts = webhookTexts;
  protected readonly webhook = signal(this.handle.data.webhook);
  protected readonly picture = signal<string | null>(null);
  /** Rejects with what the picker has words for. */
  protected readonly changePicture = async (picture: Blob | null): Promise<void> => {
    const { avatar = null } = await this.webhooks.changePicture(this.webhook().userId, picture);
    this.picture.set(avatar);
  };
  private readonly path = signal(this.handle.data.path);
  protected readonly address = computed(() => this.path() && this.here + this.path());
  private readonly attempts = new Attempts();
  protected readonly problem = this.attempts.problem;
  protected readonly isBusy = this.attempts.isBusy;
  protected readonly made = computed(() =>
    webhookTexts.made(this.ages.day(this.webhook().createdAt)),
  );

  constructor() {
    void this.attempts.run(async () => {
      const { avatar = null } = await this.webhooks.userOf(this.webhook().userId);
      this.picture.set(avatar);
    });
  }

  protected change(patch: IncomingWebhookPatch): Promise<void> {
    return this.attempts.run(async () => {
      this.show(await this.webhooks.change(this.webhook().id, patch));
    });
  }

  protected renew(): Promise<void> {
    const { newAddressTitle, newAddressText: text, newAddress: action } = webhookTexts;
    const { id, name } = this.webhook();
    return this.attempts.run(async () => {
      const question = { title: newAddressTitle(name), text, action };
      if (!(await isMeant(this.dialogs, question))) return;
      const { path, ...webhook } = await this.webhooks.newAddress(id);
      this.path.set(path);
      this.show(webhook);
    });
  }

  protected remove(): Promise<void> {
    const { removeTitle, removeText, remove: action } = webhookTexts;
    const { id, name } = this.webhook();
    return this.attempts.run(async () => {
      const question = {
        title: removeTitle(name),
        text: removeText.incoming,
        action,
        isDanger: true,
      };
      const meant = await askAbout(this.dialogs, question);
      if (!meant) return;
      await this.webhooks.remove(id, meant);
      this.handle.data.removed();
      this.handle.close();
    });
  }

  private show(webhook: IncomingPanelData['webhook']): void {
    this.webhook.set(webhook);
    this.handle.data.changed(webhook);
  }
}
