import type { WebhookEventType } from '@app/contracts';
import { webhookTexts } from './webhook-texts';

const { ping: _, ...events } = webhookTexts.event;

/** What a webhook can hear of, in the order in which it is offered. */
export const eventTypes = Object.keys(events) as WebhookEventType[];
