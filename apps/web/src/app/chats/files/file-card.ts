import { Component, computed, inject, input, output } from '@angular/core';
import type { FileLink, MessageFile } from '@app/contracts';
import { Icon, TIME_LOCALE } from '@app/web-ui';
import { FileBadge } from './file-badge';
import { sizeWords } from './file-looks';
import { hasExcerpt } from './file-previews';
import { filesTexts } from './files-texts';

/** A file by its name. A press shows what can be seen of it; of any other one, saves it. */
@Component({
  selector: 'app-file-card',
  imports: [FileBadge, Icon],
  templateUrl: './file-card.html',
  styleUrls: ['./file-box.css', './file-card.css'],
  host: { class: 'file-box', '[class.gone]': 'link() === null' },
})
export class FileCard {
  readonly file = input.required<MessageFile>();
  /** Undefined: not known yet. Null: it is not to be had. */
  readonly link = input<FileLink | null>();
  readonly isReachable = input(true);
  readonly viewed = output();

  private readonly locale = inject(TIME_LOCALE)();
  protected readonly texts = filesTexts;
  protected readonly about = computed(() => {
    const pages = this.link()?.details?.pages;
    const size = sizeWords(this.file().size, this.locale);
    return pages === undefined ? size : `${filesTexts.pages(pages)} · ${size}`;
  });
  protected readonly page = computed(() => this.link()?.previews[0]?.url ?? null);
  protected readonly isViewable = computed(() => hasExcerpt(this.link()));
}
