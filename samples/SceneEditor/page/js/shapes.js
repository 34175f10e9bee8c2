// How each kind of object looks on the canvas.

import { apply, scaleOf, cube, rings, frustum } from "./geometry.js";

const ink = { mesh: "95, 208, 192", light: "239, 192, 101", camera: "143, 177, 247", group: "146, 156, 167", chosen: "240, 245, 248" };
const sun = normalize([-.45, .8, .4]);
const axes = [["#ee6d72", [1, 0, 0]], ["#86cf6f", [0, 1, 0]], ["#62a6f6", [0, 0, 1]]];

function normalize(v) {
  const length = Math.hypot(...v);
  return v.map(part => part / length);
}

function line(paint, points) {
  paint.beginPath();
  points.forEach((point, at) => (at === 0 ? paint.moveTo(point[0], point[1]) : paint.lineTo(point[0], point[1])));
}

/** What lies on the floor and seldom moves: the grid and the lights' glow. */
export function drawFloor(paint, project, lights) {
  const half = 9;
  const [x, y, , zoom] = project([0, 0, 0]);
  const faded = strength => {
    const fill = paint.createRadialGradient(x, y, zoom, x, y, zoom * half * 1.15);
    fill.addColorStop(0, `rgba(190, 205, 220, ${strength})`);
    fill.addColorStop(1, "rgba(190, 205, 220, 0)");
    return fill;
  };
  const fine = faded(.1), strong = faded(.24);
  paint.lineWidth = 1;
  for (let at = -half; at <= half; at += 1) {
    paint.strokeStyle = at % 3 === 0 ? strong : fine;
    for (const ends of [[[at, 0, -half], [at, 0, half]], [[-half, 0, at], [half, 0, at]]]) {
      line(paint, ends.map(project));
      paint.stroke();
    }
  }
  for (const [color, end] of [["rgba(238, 109, 114, .55)", [half * .6, 0, 0]], ["rgba(98, 166, 246, .55)", [0, 0, half * .6]]]) {
    paint.strokeStyle = color;
    line(paint, [project([0, 0, 0]), project(end)]);
    paint.stroke();
  }
  for (const light of lights) drawGlow(paint, project, light);
}

/** A soft round patch on the floor, foreshortened as the camera sees it. */
function floorPatch(paint, project, [x, , z], radius, rgb, strength) {
  const middle = project([x, 0, z]);
  const rim = Array.from({ length: 16 }, (_, step) => project([x + radius * Math.cos(step / 8 * Math.PI), 0, z + radius * Math.sin(step / 8 * Math.PI)]));
  const tall = Math.max(...rim.map(spot => spot[1])) - Math.min(...rim.map(spot => spot[1]));
  const wide = Math.max(...rim.map(spot => spot[0])) - Math.min(...rim.map(spot => spot[0]));
  const fill = paint.createRadialGradient(0, 0, 0, 0, 0, wide / 2);
  fill.addColorStop(0, `rgba(${rgb}, ${strength})`);
  fill.addColorStop(.45, `rgba(${rgb}, ${strength * .5})`);
  fill.addColorStop(1, `rgba(${rgb}, 0)`);
  paint.save();
  paint.translate(middle[0], middle[1]);
  paint.scale(1, tall / wide);
  paint.fillStyle = fill;
  paint.beginPath();
  paint.arc(0, 0, wide / 2, 0, 2 * Math.PI);
  paint.fill();
  paint.restore();
}

function drawGlow(paint, project, { node, matrix }) {
  const origin = apply(matrix, [0, 0, 0]);
  floorPatch(paint, project, origin, 1.4 + Math.abs(origin[1]) * .5 + node.intensity * 1.1, ink.light, Math.min(.3, .11 * node.intensity));
}

export function drawShadow(paint, project, { matrix }) {
  const origin = apply(matrix, [0, 0, 0]);
  const size = scaleOf(matrix);
  if (origin[1] < -size) return;
  const lift = Math.max(0, origin[1] - size / 2);
  floorPatch(paint, project, origin, size * (1.15 + lift * .12), "0, 0, 0", .75 / (1 + lift * .8));
}

export function drawNode(paint, project, item, chosen) {
  const draw = { cube: drawCube, sphere: drawSphere, light: drawLight, camera: drawCamera, group: drawGroup }[item.node.kind];
  paint.lineJoin = "round";
  paint.lineWidth = chosen ? 1.6 : 1;
  draw(paint, project, item, chosen);
}

/** Baked surfaces are darker the less open sky they see. */
const openness = node => (node.baked === null ? 1 : .3 + .7 * node.baked);

function drawCube(paint, project, { node, matrix }, chosen) {
  const points = cube.points.map(point => project(apply(matrix, point)));
  const origin = apply(matrix, [0, 0, 0]);
  for (const { at, normal } of cube.faces) {
    const [a, b, c] = at.map(index => points[index]);
    if ((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]) >= 0) continue;
    const tip = apply(matrix, normal);
    const facing = normalize([tip[0] - origin[0], tip[1] - origin[1], tip[2] - origin[2]]);
    const light = Math.max(0, facing[0] * sun[0] + facing[1] * sun[1] + facing[2] * sun[2]);
    paint.fillStyle = shade((.2 + .62 * light) * openness(node));
    paint.strokeStyle = `rgba(${chosen ? ink.chosen : ink.mesh}, ${chosen ? .95 : .55})`;
    line(paint, at.map(index => points[index]));
    paint.closePath();
    paint.fill();
    paint.stroke();
  }
}

const shade = light => `rgb(${Math.round(24 + 62 * light)}, ${Math.round(34 + 148 * light)}, ${Math.round(40 + 136 * light)})`;

function drawSphere(paint, project, { node, matrix, at }, chosen) {
  const [x, y, , zoom] = at;
  const radius = zoom * .5 * scaleOf(matrix);
  const fill = paint.createRadialGradient(x - radius * .38, y - radius * .45, radius * .08, x, y, radius);
  fill.addColorStop(0, shade(.95 * openness(node)));
  fill.addColorStop(.55, shade(.46 * openness(node)));
  fill.addColorStop(1, shade(.13 * openness(node)));
  paint.fillStyle = fill;
  paint.beginPath();
  paint.arc(x, y, radius, 0, 2 * Math.PI);
  paint.fill();
  paint.strokeStyle = `rgba(${chosen ? ink.chosen : ink.mesh}, ${chosen ? .95 : .5})`;
  paint.stroke();
  paint.lineWidth = 1;
  paint.strokeStyle = `rgba(${chosen ? ink.chosen : ink.mesh}, ${chosen ? .3 : .2})`;
  for (const ring of rings) {
    // Only the half that looks at us.
    paint.beginPath();
    let pen = false;
    for (const point of ring) {
      const spot = project(apply(matrix, point));
      const near = spot[2] < at[2];
      if (near && pen) paint.lineTo(spot[0], spot[1]); else if (near) paint.moveTo(spot[0], spot[1]);
      pen = near;
    }
    paint.stroke();
  }
}

function drawLight(paint, project, { node, matrix, at }, chosen) {
  const [x, y, , zoom] = at;
  const origin = apply(matrix, [0, 0, 0]);
  const foot = project([origin[0], 0, origin[2]]);
  paint.setLineDash([2, 4]);
  paint.strokeStyle = `rgba(${ink.light}, .4)`;
  line(paint, [at, foot]);
  paint.stroke();
  paint.setLineDash([]);

  const reach = zoom * (.35 + .3 * node.intensity);
  const fill = paint.createRadialGradient(x, y, 0, x, y, reach);
  fill.addColorStop(0, `rgba(${ink.light}, ${Math.min(.85, .25 + .3 * node.intensity)})`);
  fill.addColorStop(1, `rgba(${ink.light}, 0)`);
  paint.fillStyle = fill;
  paint.beginPath();
  paint.arc(x, y, reach, 0, 2 * Math.PI);
  paint.fill();

  paint.strokeStyle = `rgb(${chosen ? ink.chosen : ink.light})`;
  paint.fillStyle = `rgb(${ink.light})`;
  paint.beginPath();
  paint.arc(x, y, 4, 0, 2 * Math.PI);
  paint.fill();
  for (let ray = 0; ray < 8; ray += 1) {
    const angle = ray * Math.PI / 4;
    line(paint, [[x + 7 * Math.cos(angle), y + 7 * Math.sin(angle)], [x + 11 * Math.cos(angle), y + 11 * Math.sin(angle)]]);
    paint.stroke();
  }
}

function drawCamera(paint, project, { node, matrix }, chosen) {
  const long = node.focalLength / 35;
  const points = frustum.points.map(([x, y, z]) => project(apply(matrix, [x, y, z * long])));
  paint.strokeStyle = `rgba(${chosen ? ink.chosen : ink.camera}, ${chosen ? 1 : .8})`;
  paint.fillStyle = `rgba(${ink.camera}, .07)`;
  for (const path of frustum.lines) {
    line(paint, path.map(index => points[index]));
    if (path.length === 5) paint.fill();
    paint.stroke();
  }
}

function drawGroup(paint, project, { at: [x, y] }, chosen) {
  paint.strokeStyle = `rgba(${chosen ? ink.chosen : ink.group}, ${chosen ? 1 : .5})`;
  line(paint, [[x - 5, y], [x + 5, y]]);
  paint.stroke();
  line(paint, [[x, y - 5], [x, y + 5]]);
  paint.stroke();
}

export function drawGizmo(paint, project, { matrix, at }) {
  const origin = apply(matrix, [0, 0, 0]);
  const long = 62 / at[3];
  paint.lineWidth = 2;
  paint.font = "600 10px sans-serif";
  for (const [color, axis] of axes) {
    const tip = project(origin.map((part, index) => part + axis[index] * long));
    paint.strokeStyle = color;
    paint.fillStyle = color;
    line(paint, [at, tip]);
    paint.stroke();
    paint.beginPath();
    paint.arc(tip[0], tip[1], 3.2, 0, 2 * Math.PI);
    paint.fill();
  }
}
