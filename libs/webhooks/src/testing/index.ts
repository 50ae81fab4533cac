export { WebhookReceiver } from './webhook-receiver.js';
