import type { Routes } from '@angular/router';
import { page } from '../late-code';

const directoryTexts = page(
  async () => (await import('../directory/directory-texts')).directoryTexts,
);

/** What else stands beside the list of chats. */
const routes: Routes = [
  { path: 'directory', pathMatch: 'full', redirectTo: 'directory/people' },
  {
    path: 'directory/:tab',
    title: async ({ params }) => {
      const { pageTitle } = await directoryTexts();
      return params['tab'] === 'channels' ? pageTitle.channels : pageTitle.people;
    },
    loadComponent: page(async () => (await import('../directory/directory-page')).DirectoryPage),
  },
  {
    path: 'search',
    title: page(async () => (await import('../search/search-texts')).searchTexts.pageTitle),
    loadComponent: page(async () => (await import('../search/search-page')).SearchPage),
  },
  {
    path: 'notifications',
    title: page(
      async () => (await import('../notifications/notification-texts')).notificationTexts.pageTitle,
    ),
    loadComponent: page(
      async () => (await import('../notifications/notifications-page')).NotificationsPage,
    ),
  },
];
export default routes;
