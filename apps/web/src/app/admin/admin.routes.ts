import { inject, type Type } from '@angular/core';
import { Router, type CanActivateFn, type Route, type Routes } from '@angular/router';
import { Session } from '@app/web-session';
import { withAnnouncements } from '../announcing/with-announcements';
import { withChats } from '../data-access/with-chats';
import { page } from '../late-code';
import { placesOf, type PlaceId } from './admin-places';
import { adminTexts } from './admin-texts';
import { AdminPage } from './frame/admin-page';

/** The first page that one may see; who may see none is told so by the frame. */
const firstPlace: CanActivateFn = () => {
  const [first] = placesOf(inject(Session).user()?.role);
  return first ? inject(Router).createUrlTree(['/admin', first]) : true;
};

function place(path: PlaceId, load: () => Promise<Type<unknown>>): Route {
  return { path, title: adminTexts.pageTitle(adminTexts.places[path]), loadComponent: page(load) };
}

const routes: Routes = [
  {
    path: '',
    component: AdminPage,
    canActivate: [withChats, withAnnouncements],
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: `${adminTexts.title} · Parley`,
        canActivate: [firstPlace],
        children: [],
      },
      place('dashboard', async () => (await import('./dashboard/dashboard-page')).DashboardPage),
      place('people', async () => (await import('./people/people-page')).PeoplePage),
      place('chats', async () => (await import('./chats/chats-page')).ChatsPage),
      place('reports', async () => (await import('./reports/reports-page')).ReportsPage),
      place('bots', async () => (await import('./bots/bots-page')).BotsPage),
      place('webhooks', async () => (await import('./webhooks/webhooks-page')).WebhooksPage),
      place('topology', async () => (await import('./operations/topology-page')).TopologyPage),
      place('jobs', async () => (await import('./operations/jobs-page')).JobsPage),
      place('backups', async () => (await import('./backups/backups-page')).BackupsPage),
      place('imports', async () => (await import('./imports/imports-page')).ImportsPage),
      place('audit', async () => (await import('./audit/audit-page')).AuditPage),
      place(
        'announcements',
        async () => (await import('./announcements/announcements-page')).AnnouncementsPage,
      ),
      place('retention', async () => (await import('./retention/retention-page')).RetentionPage),
      place('settings', async () => (await import('./settings/settings-page')).SettingsPage),
      { path: '**', redirectTo: '' },
    ],
  },
];
export default routes;
