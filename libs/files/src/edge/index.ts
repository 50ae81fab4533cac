export { FilesEdge } from './files.edge.js';
