import type { Routes } from '@angular/router';

/**
 * Pages for those who work on the product. None here: `ng build -c development` takes
 * `src/gallery/development.routes.ts` in place of this file (`angular.json`).
 */
export const developmentRoutes: Routes = [];
