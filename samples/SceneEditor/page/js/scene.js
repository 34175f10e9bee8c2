// What the page knows of the scene: the host's last snapshot, what is selected, what is being dragged.

export const kinds = {
  group: { label: "Group", icon: "i-group" },
  cube: { label: "Cube", icon: "i-cube" },
  sphere: { label: "Sphere", icon: "i-sphere" },
  light: { label: "Light", icon: "i-light" },
  camera: { label: "Camera", icon: "i-camera" },
};

export const scene = {
  name: "",
  version: 0,
  dirty: false,
  undo: null,
  redo: null,
  nodes: new Map(),
  children: new Map(),
  selected: 0,
  /** The value under the pointer, which wins over the host's until the drag is over. */
  held: null,
};

const watchers = new Set();
export const onScene = watcher => { watchers.add(watcher); };
export const notify = what => { for (const watcher of watchers) watcher(what); };

/** Takes a snapshot of the host. Snapshots may be merged on the way: only the newest counts. */
export function accept(snapshot) {
  if (snapshot.version < scene.version) return;
  const { nodes, children } = scene;
  nodes.clear();
  children.clear();
  for (const node of snapshot.nodes) {
    nodes.set(node.id, node);
    const siblings = children.get(node.parent);
    if (siblings) siblings.push(node); else children.set(node.parent, [node]);
  }
  if (scene.held && nodes.has(scene.held.id)) nodes.get(scene.held.id)[scene.held.property] = scene.held.value;
  if (!nodes.has(scene.selected)) scene.selected = 0;
  const { name, version, dirty, undo, redo } = snapshot;
  Object.assign(scene, { name, version, dirty, undo, redo });
  notify("nodes");
}

export function select(id) {
  if (scene.selected === id) return;
  scene.selected = id;
  notify("selection");
}

export const selectedNode = () => scene.nodes.get(scene.selected);
export const childrenOf = id => scene.children.get(id) ?? [];

/** How many objects go when this one goes. */
export const sizeOf = id => childrenOf(id).reduce((sum, child) => sum + sizeOf(child.id), 1);

/** Where a new object belongs: into the selected group, else beside the selection. */
export function birthplace() {
  const node = selectedNode();
  return node === undefined ? 0 : node.kind === "group" ? node.id : node.parent;
}
