// Elements without markup strings: nothing that comes from the scene is ever parsed as HTML.

const svg = "http://www.w3.org/2000/svg";

export function icon(name, className = "") {
  const picture = document.createElementNS(svg, "svg");
  const use = document.createElementNS(svg, "use");
  use.setAttribute("href", `#${name}`);
  picture.setAttribute("class", className);
  picture.setAttribute("aria-hidden", "true");
  picture.append(use);
  return picture;
}

export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "text") made.textContent = value;
    else if (name === "value") made.value = value;
    else made.setAttribute(name, String(value));
  }
  made.append(...children);
  return made;
}
