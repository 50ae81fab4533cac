import {
  Component,
  inject,
  provideBrowserGlobalErrorListeners,
  provideZonelessChangeDetection,
} from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { provideRouter, RouterOutlet, withComponentInputBinding } from '@angular/router';
import { ToastStack, Tooltips } from '@app/web-ui';
import { hushLateResizes } from '../app/late-resizes';

/** What a component of the library finds around it in the product, too. */
@Component({
  selector: 'app-root',
  imports: [RouterOutlet, ToastStack],
  template: '<router-outlet /><ui-toast-stack />',
})
class GalleryApp {
  constructor() {
    inject(Tooltips).start();
  }
}

hushLateResizes(window);
bootstrapApplication(GalleryApp, {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideZonelessChangeDetection(),
    provideRouter(
      [{ path: 'gallery', loadChildren: () => import('@app/web-ui/gallery') }],
      withComponentInputBinding(),
    ),
  ],
}).catch((error: unknown) => console.error(error));
