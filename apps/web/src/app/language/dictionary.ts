import type { AccountTexts } from '../account/account-texts';
import type { DetailsTexts } from '../chats/chat-details/details-texts';
import type { ChatTexts } from '../chats/chat-texts';
import type { PeopleTexts } from '../chats/people/people-texts';
import type { SystemTexts } from '../chats/system-texts';
import type { InviteTexts } from '../invites/invite-texts';
import type { ProblemTexts } from '../problem-texts';
import type { UiTexts } from './ui-texts';

/** Every word of the client, a part for each feature. What lacks one does not compile. */
export interface Dictionary {
  readonly account: AccountTexts;
  readonly chats: ChatTexts;
  readonly details: DetailsTexts;
  readonly invites: InviteTexts;
  readonly people: PeopleTexts;
  readonly problems: ProblemTexts;
  readonly system: SystemTexts;
  readonly ui: UiTexts;
}
