import type { Routes } from '@angular/router';

/** In place of `src/app/development.routes.ts` in the development build. */
export const developmentRoutes: Routes = [
  { path: 'gallery', loadChildren: () => import('@app/web-ui/gallery') },
];
