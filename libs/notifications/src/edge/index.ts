export { NotificationsEdge } from './notifications.edge.js';
