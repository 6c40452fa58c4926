/**
 * A forest whose edges come and go, with the root of a node in O(log n) amortised: a link-cut tree
 * (Sleator and Tarjan 1983) without rerooting. Nodes are the numbers 0 … size − 1.
 */
export interface Forest {
  /** The root of the tree that the node is in. */
  root(node: number): number;
  /** Hangs a root below a node of another tree. */
  link(root: number, parent: number): void;
  /** Takes a node off its parent, so that it becomes a root. */
  cut(node: number): void;
}

const NONE = -1;

export function createForest(size: number): Forest {
  // Each preferred path is a splay tree ordered by depth; `up` of its top leads to the path above.
  const up = new Int32Array(size).fill(NONE);
  const left = new Int32Array(size).fill(NONE);
  const right = new Int32Array(size).fill(NONE);

  const isTop = (node: number): boolean => {
    const above = up[node]!;
    return above === NONE || (left[above] !== node && right[above] !== node);
  };

  const rotate = (node: number): void => {
    const above = up[node]!;
    const top = up[above]!;
    if (!isTop(above)) {
      if (left[top] === above) left[top] = node;
      else right[top] = node;
    }
    const [near, far] = left[above] === node ? [left, right] : [right, left];
    const inner = far[node]!;
    near[above] = inner;
    if (inner !== NONE) up[inner] = above;
    far[node] = above;
    up[above] = node;
    up[node] = top;
  };

  const splay = (node: number): void => {
    while (!isTop(node)) {
      const above = up[node]!;
      if (!isTop(above)) rotate((left[above] === node) === (left[up[above]!] === above) ? above : node);
      rotate(node);
    }
  };

  /** Makes the path from the root to the node preferred and the node its splay root. */
  const access = (node: number): void => {
    let below = NONE;
    for (let at = node; at !== NONE; at = up[at]!) {
      splay(at);
      right[at] = below;
      below = at;
    }
    splay(node);
  };

  return {
    root(node) {
      access(node);
      let at = node;
      while (left[at] !== NONE) at = left[at]!;
      splay(at);
      return at;
    },
    link(root, parent) {
      access(root);
      up[root] = parent;
    },
    cut(node) {
      access(node);
      const above = left[node]!;
      if (above === NONE) return;
      up[above] = NONE;
      left[node] = NONE;
    },
  };
}
