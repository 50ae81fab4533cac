export { AuthEdge } from './auth.edge.js';
