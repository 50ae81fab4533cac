import { Component, computed, inject, signal } from '@angular/core';
import {
  Button,
  Dialogs,
  Icon,
  KeepFocus,
  ListRow,
  Skeleton,
  Toasts,
  type IconName,
} from '@app/web-ui';
import { isMeant } from '../../chats/message-dialogs/is-meant';
import { problemWords } from '../../problem-words';
import { SettingsSection } from '../page/settings-section';
import { settingsTexts } from '../settings-texts';
import { DeviceAges } from './device-ages';
import { deviceTraits } from './device-words';
import { MyDevices, type Device } from './my-devices';

const { devices: texts } = settingsTexts;

/** A device as it is shown. */
interface DeviceRow {
  readonly device: Device;
  readonly icon: IconName;
  readonly name: string;
  readonly line: string;
}

/** Where I am signed in, and the end of each. */
@Component({
  selector: 'app-devices-section',
  imports: [Button, Icon, KeepFocus, ListRow, SettingsSection, Skeleton],
  templateUrl: './devices-section.html',
  styleUrls: ['../settings-form.css', './devices-section.css'],
})
export class DevicesSection {
  private readonly devices = inject(MyDevices);
  private readonly ages = inject(DeviceAges);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);

  protected readonly texts = settingsTexts;
  private readonly known = signal<readonly Device[] | null>(null);
  protected readonly rows = computed(() => this.known()?.map((device) => this.rowOf(device)));
  protected readonly hasOthers = computed(() => (this.known()?.length ?? 0) > 1);
  protected readonly problem = signal('');

  constructor() {
    void this.load();
  }

  protected load(): Promise<void> {
    return this.attempt(() => Promise.resolve());
  }

  protected async signOut({ device, name }: DeviceRow): Promise<void> {
    await this.attempt(async () => {
      await this.devices.signOut(device.id);
      this.toasts.say(texts.signedOut(name));
    });
  }

  protected async signOutOthers(): Promise<void> {
    const { othersTitle: title, othersText: text, signOutOthers: action } = texts;
    if (!(await isMeant(this.dialogs, { title, text, action }))) return;
    await this.attempt(async () => {
      await this.devices.signOutOthers();
      this.toasts.say(texts.othersSignedOut);
    });
  }

  /** Does it, and shows what is left: another device may have signed in or out meanwhile. */
  private async attempt(deed: () => Promise<void>): Promise<void> {
    this.problem.set('');
    try {
      await deed();
      this.known.set(await this.devices.list());
    } catch (error) {
      // Refused, or no connection: said below the list.
      this.problem.set(problemWords(error));
    }
  }

  private rowOf(device: Device): DeviceRow {
    const { browser, system, isHandheld } = deviceTraits(device.userAgent);
    const both = browser && system ? texts.on(browser, system) : null;
    const ago = this.ages.ago(device.lastUsedAt);
    const line = [
      ago === null ? texts.usedNow : texts.used(ago),
      texts.since(this.ages.day(device.createdAt)),
      device.address,
    ];
    return {
      device,
      icon: isHandheld ? 'smartphone' : 'monitor',
      name: both ?? browser ?? system ?? texts.unknown,
      line: line.join(' · '),
    };
  }
}
