import { PublicConfig, usualDeleteWindow } from '@app/contracts';
import { CONFIG, EdgeController, LiveSettings, Public, Route, type Config } from '@app/platform';
import { Get, Inject } from '@nestjs/common';

@EdgeController('', 'What this workspace is, before anybody signs in.')
export class WorkspaceController {
  constructor(
    private readonly settings: LiveSettings,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('config')
  @Public()
  @Route({
    summary: 'Read what a client must know first',
    operationId: 'aboutPublicConfig',
    problems: [],
    ok: PublicConfig,
  })
  publicConfig(): PublicConfig {
    const { name, editWindow, deleteWindow, registration } = this.settings.now;
    return {
      name: name ?? this.config.name,
      editWindow: editWindow ?? this.config.editWindow,
      deleteWindow: deleteWindow ?? usualDeleteWindow,
      maxMessageLength: 8000,
      registration,
    };
  }
}
