import { UiLabels } from '@app/web-ui';
import { textsOf } from './texts';
import type { Words } from './words';

export type UiTexts = Words<UiLabels>;

/** The words inside the components of `web-ui`, in the person's language. */
export function uiLabels(): UiLabels {
  return textsOf('ui', new UiLabels());
}
