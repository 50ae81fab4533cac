import { ComponentHarness } from '@angular/cdk/testing';

/** The files of a message, chosen or waiting, as one reads and presses them. */
abstract class FilesHarness extends ComponentHarness {
  private readonly names = this.locatorForAll('.name');
  private readonly abouts = this.locatorForAll('small');
  private readonly buttons = this.locatorForAll('button');

  /** `notes.pdf: 1.2 kB`, one a file. */
  async getLines(): Promise<readonly string[]> {
    const [names, abouts] = [await this.names(), await this.abouts()];
    return Promise.all(
      names.map(async (name, n) => `${await name.text()}: ${await abouts[n]!.text()}`),
    );
  }

  async getButtons(): Promise<readonly (string | null)[]> {
    const buttons = await this.buttons();
    return Promise.all(buttons.map((button) => button.getAttribute('aria-label')));
  }

  async press(name: string): Promise<void> {
    const names = await this.getButtons();
    await (await this.buttons())[names.indexOf(name)]!.click();
  }

  async getFocused(): Promise<string | null> {
    for (const button of await this.buttons())
      if (await button.isFocused()) return button.getAttribute('aria-label');
    return null;
  }
}

export class AttachmentTrayHarness extends FilesHarness {
  static readonly hostSelector = 'app-attachment-tray';
  private readonly list = this.locatorFor('ul');
  private readonly pictures = this.locatorForAll('img');

  async getName(): Promise<string | null> {
    return (await this.list()).getAttribute('aria-label');
  }

  /** The browser has drawn, or refused, the picture in this place. */
  async tell(place: number, news: 'load' | 'error'): Promise<void> {
    await (await this.pictures())[place]!.dispatchEvent(news);
  }

  async countPictures(): Promise<number> {
    return (await this.pictures()).length;
  }
}

export class WaitingFilesHarness extends FilesHarness {
  static readonly hostSelector = 'app-waiting-files';
  private readonly bars = this.locatorForAll('[role=progressbar]');

  /** `Upload of a.pdf: 40`, for each that is under way. */
  async getProgress(): Promise<readonly string[]> {
    return Promise.all(
      (await this.bars()).map(async (bar) => {
        const [name, now] = ['aria-label', 'aria-valuenow'].map((trait) => bar.getAttribute(trait));
        return `${await name}: ${await now}`;
      }),
    );
  }
}
