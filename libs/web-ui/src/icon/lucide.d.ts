/** The shapes of one icon: Lucide's package has types for all of them in one only. */
declare module 'lucide/dist/esm/icons/*.mjs' {
  import type { IconNode } from 'lucide';
  const shapes: IconNode;
  export default shapes;
}
