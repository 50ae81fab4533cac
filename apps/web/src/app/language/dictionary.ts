import type { AccountTexts } from '../account/account-texts';
import type { AvatarTexts } from '../avatars/avatar-texts';
import type { AttachingTexts } from '../chats/attaching/attaching-texts';
import type { RowMenuTexts } from '../chats/chat-list/row-menu-texts';
import type { DetailsTexts } from '../chats/chat-details/details-texts';
import type { ChatTexts } from '../chats/chat-texts';
import type { CommandTexts } from '../chats/commands/command-texts';
import type { MarkupTexts } from '../chats/markup/markup-texts';
import type { FilesTexts } from '../chats/files/files-texts';
import type { FirstRunTexts } from '../chats/first-run/first-run-texts';
import type { PeopleTexts } from '../chats/people/people-texts';
import type { ShortcutTexts } from '../chats/shortcuts/shortcut-texts';
import type { SwitcherTexts } from '../chats/switcher/switcher-texts';
import type { SystemTexts } from '../chats/system-texts';
import type { VoiceTexts } from '../chats/voice/voice-texts';
import type { WritingTexts } from '../chats/writing/writing-texts';
import type { DirectoryTexts } from '../directory/directory-texts';
import type { InstallationTexts } from '../installation/installation-texts';
import type { InviteTexts } from '../invites/invite-texts';
import type { ProblemTexts } from '../problem-texts';
import type { SettingsTexts } from '../settings/settings-texts';
import type { UiTexts } from './ui-texts';

/** Every word of the client, a part for each feature. What lacks one does not compile. */
export interface Dictionary {
  readonly account: AccountTexts;
  readonly attaching: AttachingTexts;
  readonly avatars: AvatarTexts;
  readonly chats: ChatTexts;
  readonly commands: CommandTexts;
  readonly details: DetailsTexts;
  readonly directory: DirectoryTexts;
  readonly files: FilesTexts;
  readonly firstRun: FirstRunTexts;
  readonly installation: InstallationTexts;
  readonly invites: InviteTexts;
  readonly markup: MarkupTexts;
  readonly people: PeopleTexts;
  readonly problems: ProblemTexts;
  readonly settings: SettingsTexts;
  readonly rowMenu: RowMenuTexts;
  readonly shortcuts: ShortcutTexts;
  readonly switcher: SwitcherTexts;
  readonly system: SystemTexts;
  readonly ui: UiTexts;
  readonly voice: VoiceTexts;
  readonly writing: WritingTexts;
}
