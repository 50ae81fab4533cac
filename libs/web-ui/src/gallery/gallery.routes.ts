import type { Routes } from '@angular/router';
import { Gallery } from './gallery';

/**
 * Every component of this library in every state: `/gallery` in one look, `/gallery/button` one of
 * them in all looks. The product has nothing of it.
 */
const routes: Routes = [
  { path: '', title: 'Gallery · Parley', component: Gallery },
  { path: ':shown', title: 'Gallery · Parley', component: Gallery },
];
export default routes;
