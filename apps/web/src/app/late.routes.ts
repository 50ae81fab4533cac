import type { Routes } from '@angular/router';
import { signedInOnly } from './account/account-guards';
import { page } from './late-code';

/** Places that few people ever come to, by a link; their first words stand in `app.routes.ts`. */
const lateRoutes: Routes = [
  {
    path: 'invite/:code',
    title: page(async () => (await import('./invites/invite-texts')).inviteTexts.pageTitle),
    loadComponent: page(async () => (await import('./invites/invite-page')).InvitePage),
  },
  {
    path: 'reset/:token',
    title: page(async () => (await import('./account/account-texts')).accountTexts.titles.reset),
    loadComponent: page(async () => (await import('./account/reset/reset')).Reset),
  },
  {
    path: 'admin',
    canActivate: [signedInOnly],
    loadChildren: page(() => import('./admin/admin.routes')),
  },
  { path: '**', redirectTo: '/' },
];

export default lateRoutes;
