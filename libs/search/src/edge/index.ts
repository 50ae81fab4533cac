export { SearchEdge } from './search.edge.js';
