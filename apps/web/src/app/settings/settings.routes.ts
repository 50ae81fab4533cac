import { inject, type Type } from '@angular/core';
import { Router, type Route, type Routes } from '@angular/router';
import { withAnnouncements } from '../announcing/with-announcements';
import { withChats } from '../data-access/with-chats';
import { page } from '../late-code';
import { SettingsPage } from './page/settings-page';
import { isWide } from './page/is-wide';
import { NoSection } from './page/no-section';
import type { SectionId } from './section-ids';
import { settingsTexts } from './settings-texts';

/** Beside the list there is always a section; on a phone the list is a page of its own. */
const firstSection = () => (isWide() ? inject(Router).createUrlTree(['/settings/profile']) : true);

function section(path: SectionId, load: () => Promise<Type<unknown>>): Route {
  const title = settingsTexts.pageTitle(settingsTexts.sections[path].name);
  return { path, title, loadComponent: page(load) };
}

const routes: Routes = [
  {
    path: '',
    component: SettingsPage,
    canActivate: [withChats, withAnnouncements],
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: settingsTexts.title,
        canActivate: [firstSection],
        component: NoSection,
      },
      section('profile', async () => (await import('./profile/profile-section')).ProfileSection),
      section('account', async () => (await import('./account/account-section')).AccountSection),
      section('devices', async () => (await import('./devices/devices-section')).DevicesSection),
      section('tokens', async () => (await import('./tokens/tokens-section')).TokensSection),
      section(
        'notifications',
        async () => (await import('./notifications/notifications-section')).NotificationsSection,
      ),
      section(
        'appearance',
        async () => (await import('./appearance/appearance-section')).AppearanceSection,
      ),
      section(
        'language',
        async () => (await import('./language/language-section')).LanguageSection,
      ),
      section('privacy', async () => (await import('./privacy/privacy-section')).PrivacySection),
      section('writing', async () => (await import('./writing/writing-section')).WritingSection),
      { path: '**', redirectTo: '' },
    ],
  },
];
export default routes;
