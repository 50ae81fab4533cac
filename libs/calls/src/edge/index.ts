export { CallsEdge } from './calls.edge.js';
