export { AdminEdge } from './admin.edge.js';
