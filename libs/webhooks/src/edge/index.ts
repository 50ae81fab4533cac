export { WebhooksEdge } from './webhooks.edge.js';
