import { SettingsApi, SettingsPatch, SettingsState, type Actor, type Origin } from '@app/contracts';
import { CurrentActor, CurrentOrigin, EdgeController, Route } from '@app/platform';
import { Body, Get, Patch } from '@nestjs/common';
import { theSettings } from './settings-example.js';

@EdgeController('admin/settings', 'What is set of the workspace.')
export class AdminSettingsController {
  constructor(private readonly settings: SettingsApi) {}

  @Get()
  @Route({
    summary: 'Read what is set of the workspace',
    scope: 'admin:read',
    description:
      '`null`: as in `server`, which is how this server is configured. For workspace owners and admins.',
    problems: ['forbidden'],
    ok: SettingsState,
    example: theSettings,
  })
  get(@CurrentActor() actor: Actor): Promise<SettingsState> {
    return this.settings.get(actor, {});
  }

  @Patch()
  @Route({
    summary: 'Change what is set of the workspace',
    scope: 'admin:write',
    description:
      'Of what is named, everywhere and without a restart. `precondition_failed`: it was changed ' +
      'since the `version` that is given. Sizes are never above those of the server.',
    problems: ['forbidden', 'precondition_failed'],
    ok: SettingsState,
    example: theSettings,
    requestExample: {
      version: 3,
      settings: { registration: 'invitation', maxFileBytes: 10_000_000 },
      reason: 'Too many newcomers',
    },
  })
  change(
    @CurrentActor() actor: Actor,
    @CurrentOrigin() origin: Origin,
    @Body({ schema: SettingsPatch }) patch: SettingsPatch,
  ): Promise<SettingsState> {
    return this.settings.change(actor, { patch, origin });
  }
}
