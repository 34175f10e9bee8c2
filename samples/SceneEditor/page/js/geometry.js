// Small 3D: matrices of the scene's transforms, a camera that orbits, a projection to canvas pixels.

const radians = Math.PI / 180;

/** Translation, turn about Y and uniform scale as a 3x4 matrix, below a parent's. */
export function transformOf(node, parent) {
  const scale = node.scale ?? 1;
  const sin = Math.sin(node.rotateY * radians) * scale;
  const cos = Math.cos(node.rotateY * radians) * scale;
  const own = [cos, 0, sin, node.translateX, 0, scale, 0, node.translateY, -sin, 0, cos, node.translateZ];
  return parent ? multiply(parent, own) : own;
}

function multiply(a, b) {
  const out = new Array(12);
  for (let row = 0; row < 12; row += 4) {
    for (let column = 0; column < 4; column += 1) {
      out[row + column] = a[row] * b[column] + a[row + 1] * b[4 + column] + a[row + 2] * b[8 + column] + (column === 3 ? a[row + 3] : 0);
    }
  }
  return out;
}

export const apply = (m, [x, y, z]) => [
  m[0] * x + m[1] * y + m[2] * z + m[3],
  m[4] * x + m[5] * y + m[6] * z + m[7],
  m[8] * x + m[9] * y + m[10] * z + m[11],
];

export const scaleOf = m => Math.hypot(m[0], m[4], m[8]);

/** A camera on a sphere around a point; gives screen x, screen y and depth. */
export function makeProjection({ yaw, pitch, distance, target }, width, height) {
  const cy = Math.cos(yaw), sy = Math.sin(yaw), cp = Math.cos(pitch), sp = Math.sin(pitch);
  const focal = Math.min(width, height * 1.5) * 1.05;
  return ([x, y, z]) => {
    const dx = x - target[0], dy = y - target[1], dz = z - target[2];
    const side = cy * dx - sy * dz;
    const ahead = sy * dx + cy * dz;
    const up = cp * dy - sp * ahead;
    const depth = distance - (sp * dy + cp * ahead);
    const zoom = focal / Math.max(depth, .2);
    return [width / 2 + side * zoom, height / 2 - up * zoom, depth, zoom];
  };
}

export const cube = {
  points: [[-.5, -.5, -.5], [.5, -.5, -.5], [.5, .5, -.5], [-.5, .5, -.5], [-.5, -.5, .5], [.5, -.5, .5], [.5, .5, .5], [-.5, .5, .5]],
  faces: [
    { at: [4, 5, 6, 7], normal: [0, 0, 1] }, { at: [1, 0, 3, 2], normal: [0, 0, -1] },
    { at: [5, 1, 2, 6], normal: [1, 0, 0] }, { at: [0, 4, 7, 3], normal: [-1, 0, 0] },
    { at: [7, 6, 2, 3], normal: [0, 1, 0] }, { at: [0, 1, 5, 4], normal: [0, -1, 0] },
  ],
};

/** Rings of a ball of radius one half: three meridians and three parallels. */
export const rings = (() => {
  const made = [];
  const ring = map => made.push(Array.from({ length: 41 }, (_, step) => map(step / 40 * 2 * Math.PI)));
  for (const turn of [0, 60, 120]) ring(a => [.5 * Math.sin(a) * Math.cos(turn * radians), .5 * Math.cos(a), .5 * Math.sin(a) * Math.sin(turn * radians)]);
  for (const lift of [-.28, 0, .28]) ring(a => { const r = Math.sqrt(.25 - lift * lift); return [r * Math.cos(a), lift, r * Math.sin(a)]; });
  return made;
})();

export const frustum = {
  points: [[0, 0, 0], [-.42, .28, -.8], [.42, .28, -.8], [.42, -.28, -.8], [-.42, -.28, -.8], [-.16, .34, -.8], [0, .56, -.8], [.16, .34, -.8]],
  lines: [[0, 1], [0, 2], [0, 3], [0, 4], [1, 2, 3, 4, 1], [5, 6, 7, 5]],
};
